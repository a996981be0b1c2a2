import { findNodeAtLocation, type Node, parseTree, printParseErrorCode } from "jsonc-parser";
import { z } from "zod";
import type { Carrier } from "./carrier";
import { carrierKinds } from "./carrier-kinds";
import {
  CarriersFile,
  Common,
  type CommonSettings,
  commonNames,
  type Route,
} from "./carriers-file";
import { settingsOf } from "./settings";

/** The longest text that is read. */
export const maxFileBytes = 1_048_576;

/** A carrier of the file, ready to use. */
interface ConfiguredCarrier {
  kind: string;
  common: CommonSettings;
  /** Its entry with its secrets filled in, as text: the same text is the same carrier. Never print it. */
  fingerprint: string;
  settings: unknown;
  create(): Carrier;
}

/** What `carriers.json` says. */
export interface CarriersConfig {
  carriers: ConfiguredCarrier[];
  routes: Route[];
  /** What the administrator should change, though it works. */
  warnings: string[];
}

/** What is wrong with the file, one per line of it. */
export interface FileProblem {
  line: number;
  problem: string;
}

/** Looks up `env:NAME` or `secret:NAME`; undefined if there is no such value. */
export type LookUp = (source: "env" | "secret", name: string) => string | undefined;

/** Reads the text of `carriers.json`: what it says, or everything that is wrong with it, by line. */
export function readCarriersFile(
  text: string,
  lookUp: LookUp,
): CarriersConfig | { problems: FileProblem[] } {
  if (Buffer.byteLength(text) > maxFileBytes) {
    return { problems: [{ line: 1, problem: "The file is larger than 1 MiB." }] };
  }
  const errors: { error: number; offset: number; length: number }[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !tree) {
    const offset = first?.offset ?? 0;
    const problem = `This is not JSON: ${printParseErrorCode(first?.error ?? 0)}.`;
    return { problems: [{ line: lineAt(text, offset), problem }] };
  }
  return new FileReader(text, tree, lookUp).read();
}

/** Collects problems with the line of the value they are about. */
class FileReader {
  private readonly problems: FileProblem[] = [];
  private readonly warnings: string[] = [];
  private readonly text: string;
  private readonly tree: Node;
  private readonly lookUp: LookUp;

  constructor(text: string, tree: Node, lookUp: LookUp) {
    this.text = text;
    this.tree = tree;
    this.lookUp = lookUp;
  }

  read(): CarriersConfig | { problems: FileProblem[] } {
    const file = CarriersFile.safeParse(JSON.parse(this.text));
    if (!file.success) {
      this.addIssues(file.error, []);
      return { problems: this.problems };
    }
    const { carriers: entries, routes } = file.data;
    const carriers = entries.flatMap((entry, place) => this.readCarrier(entry, place) ?? []);
    this.refuseDoubles(entries.map(({ name }) => name));
    const names = new Set(entries.map(({ name }) => name));
    for (const [place, { carrier }] of routes.entries()) {
      if (!names.has(carrier) && carrier !== "upstream") {
        this.add(["routes", place, "carrier"], `There is no carrier named ${carrier}.`);
      }
    }
    if (this.problems.length > 0) return { problems: this.problems };
    return { carriers, routes, warnings: this.warnings };
  }

  private readCarrier(
    entry: Record<string, unknown>,
    place: number,
  ): ConfiguredCarrier | undefined {
    const path = ["carriers", place];
    const kind = carrierKinds.find((each) => each.kind === entry["kind"]);
    if (!kind) {
      const known = carrierKinds.map((each) => each.kind).join(", ");
      this.add([...path, "kind"], `There is no kind ${String(entry["kind"])}; known are ${known}.`);
      return undefined;
    }
    if (kind.onlyName !== undefined && entry["name"] !== kind.onlyName) {
      this.add([...path, "name"], `A carrier of the kind ${kind.kind} is named ${kind.onlyName}.`);
    }
    const isCommon = ([name]: [string, unknown]) => commonNames.includes(name);
    const shared = Common.safeParse(Object.fromEntries(Object.entries(entry).filter(isCommon)));
    const own = this.withSecrets(entry, place, kind.settings);
    const settings = kind.settings.safeParse(own);
    if (!shared.success) this.addIssues(shared.error, path);
    if (!settings.success) this.addIssues(settings.error, path);
    if (!shared.success || !settings.success) return undefined;
    const common = shared.data;
    return {
      kind: kind.kind,
      common,
      fingerprint: JSON.stringify([kind.kind, common.name, settings.data]),
      settings: settings.data,
      create: () => kind.create(settings.data, { name: common.name }),
    };
  }

  /** The settings of the kind itself, with references to secrets replaced. */
  private withSecrets(entry: Record<string, unknown>, place: number, schema: z.ZodType) {
    const shape = settingsOf(schema);
    const own = Object.entries(entry).filter(([name]) => !commonNames.includes(name));
    return Object.fromEntries(
      own.map(([name, value]) => {
        const isSecret = isSecretSetting(shape[name]);
        if (!isSecret || typeof value !== "string") return [name, value];
        return [name, this.resolve(value, ["carriers", place, name])];
      }),
    );
  }

  private resolve(value: string, path: (string | number)[]): string {
    const reference = /^(env|secret):(.+)$/.exec(value);
    if (!reference) {
      const line = this.lineOf(path);
      this.warnings.push(
        `line ${line}: ${String(path.at(-1))} is a secret in plain text; use env:NAME or secret:NAME`,
      );
      return value;
    }
    const [, source, name = ""] = reference;
    const found = this.lookUp(source === "env" ? "env" : "secret", name);
    if (found !== undefined) return found;
    this.add(path, `${value} is not set.`);
    // Long enough for every check of a secret: the reference is what is wrong with it.
    return "unset";
  }

  private refuseDoubles(names: string[]): void {
    for (const [place, name] of names.entries()) {
      if (names.indexOf(name) < place) {
        this.add(["carriers", place, "name"], `The name ${name} is used twice.`);
      }
    }
  }

  private addIssues(error: z.ZodError, base: (string | number)[]): void {
    for (const issue of error.issues) {
      const path = [
        ...base,
        ...issue.path.map((part) => (typeof part === "number" ? part : String(part))),
      ];
      const place = path.filter((part) => typeof part === "string").at(-1);
      this.add(path, place === undefined ? issue.message : `${place}: ${issue.message}`);
    }
  }

  private add(path: (string | number)[], problem: string): void {
    this.problems.push({ line: this.lineOf(path), problem });
  }

  /** The line of a value, or of the nearest one around it that is there. */
  private lineOf(path: (string | number)[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(this.tree, path.slice(0, length));
      if (node) return lineAt(this.text, node.offset);
    }
    return 1;
  }
}

/** Whether a setting is marked as a secret, be it optional or not. */
export function isSecretSetting(schema: z.ZodType | undefined): boolean {
  if (!schema) return false;
  if (schema.meta()?.["secret"] === true) return true;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? isSecretSetting(schema.unwrap() as z.ZodType)
    : false;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
