import { randomBytes } from "node:crypto";
import {
  chmodSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { applyEdits, modify, parse } from "jsonc-parser";
import { env, variable } from "../core/env";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { jsonIn } from "../core/json-in";
import { makeDataFolder } from "../core/make-data-folder";
import { operatorSentence } from "../core/operator-sentence";
import { carrierKinds } from "./carrier-kinds";
import { storedSecret, storeSecret } from "./carrier-secrets";
import { carriersFilePath } from "./carrier-setup";
import { CarriersFile, carriersFileSchema } from "./carriers-file";
import { isSecretSetting, readCarriersFile } from "./read-carriers-file";
import { settingsOf } from "./settings";

interface NewCarrier {
  name: string;
  kind: string;
  /** As for the file, its secrets as they are. */
  settings: Record<string, unknown>;
}

const formattingOptions = { insertSpaces: true, tabSize: 2 };

/**
 * Adds a carrier to `carriers.json`, with its secrets in `secrets.json`, or changes the one of that name; the first one
 * also gets a route for every number. Everything else in the file stays as it is. Throws invalid_request, and changes
 * nothing, if the file or the carrier does not hold. Returns whether it got that route.
 */
export function addCarrier({ name, kind, settings }: NewCarrier): { isRouted: boolean } {
  const path = carriersFilePath();
  const before = textOf(path) ?? "{}\n";
  // What has another shape cannot be added to; what is wrong with an entry may be what this mends.
  if (!CarriersFile.safeParse(jsonIn(before)).success) demandWhole(before, new Map());
  const secrets = secretsIn(kind, name, settings);
  const references = Object.fromEntries(
    [...secrets].map(([key, { reference }]) => [key, reference]),
  );
  const parsed = Object(parse(before));
  const carriers: unknown[] = parsed.carriers ?? [];
  const routes: unknown[] = parsed.routes ?? [];
  const place = carriers.findIndex((each) => Object(each).name === name);
  const known = place < 0 ? {} : Object(carriers[place]);
  if (place >= 0 && known.kind !== kind) throw otherKind(name, String(known.kind));
  const entry = { ...known, name, kind, ...settings, ...references };
  let text =
    place < 0
      ? append(before, ["carriers", carriers.length], entry)
      : applyEdits(before, modify(before, ["carriers", place], entry, { formattingOptions }));
  const isRouted = routes.length === 0;
  if (isRouted) text = append(text, ["routes", 0], { to: "*", carrier: name });
  demandWhole(text, new Map([...secrets.values()].map((each) => [each.name, each.value])));
  for (const { name: secret, value } of secrets.values()) storeSecret(secret, value);
  makeDataFolder(env().DATA_DIR);
  writeWhole(
    path.replace(/[^/\\]*$/, "carriers.schema.json"),
    JSON.stringify(carriersFileSchema(), null, 2),
  );
  writeWhole(path, text);
  return { isRouted };
}

/** The secrets among the settings, by the setting: what the file calls them, and what they are. */
function secretsIn(kind: string, carrier: string, settings: Record<string, unknown>) {
  const shape = settingsOf(carrierKinds.find((each) => each.kind === kind)?.settings);
  const found = Object.entries(settings).filter(
    ([key, value]) =>
      isSecretSetting(shape[key]) && typeof value === "string" && !/^(env|secret):/.test(value),
  );
  return new Map(
    found.map(([key, value]) => {
      // No name of a carrier and no setting has a dot: no two carriers share a secret.
      const name = `${carrier}.${key}`;
      return [key, { name, value: String(value), reference: `secret:${name}` }];
    }),
  );
}

/** A message that one service may have would be repeated at another, because both have one name. */
function otherKind(name: string, kind: string): AppError {
  const problem = `${name} is a carrier of the kind ${kind}. Choose another name with --name`;
  return new AppError("invalid_request", operatorSentence(`${problem}.`));
}

function append(text: string, path: (string | number)[], value: unknown): string {
  const isArrayInsertion = path.at(-1) !== 0;
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}

function demandWhole(text: string, fresh: Map<string, string>): void {
  const read = readCarriersFile(text, (source, name) =>
    source === "env" ? variable(name) : (fresh.get(name) ?? storedSecret(name)),
  );
  if (!("problems" in read)) return;
  const problems = read.problems.map(({ line, problem }) => `Line ${line}: ${problem}`);
  throw new AppError("invalid_request", operatorSentence(problems.join(" ")));
}

function textOf(path: string): string | undefined {
  return ifThrows(
    () => readFileSync(path, "utf8"),
    (error) => {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    },
  );
}

/** Where the path is a link, its target is written; a file that others may read stays theirs to read. */
function writeWhole(path: string, text: string): void {
  const target = ifThrows(
    () => realpathSync(path),
    () => path,
  );
  const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? 0o600;
  const draft = `${target}.${randomBytes(6).toString("hex")}`;
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  writeFileSync(draft, whole, { mode: 0o600, flag: "wx", flush: true });
  chmodSync(draft, mode & 0o777);
  renameSync(draft, target);
}
