import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { applyEdits, modify, parse } from "jsonc-parser";
import { env, variable } from "../core/env";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { makeDataFolder } from "../core/make-data-folder";
import { operatorSentence } from "../core/operator-sentence";
import { carrierKinds } from "./carrier-kinds";
import { storedSecret, storeSecret } from "./carrier-secrets";
import { carriersFilePath } from "./carrier-setup";
import { carriersFileSchema } from "./carriers-file";
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
 * also gets a route for every number. Everything else in the file stays as it is. Throws invalid_request, and changes nothing, if the file or the
 * carrier does not hold. Returns whether it got that route.
 */
export function addCarrier({ name, kind, settings }: NewCarrier): { isRouted: boolean } {
  const path = carriersFilePath();
  const before = textOf(path) ?? "{}\n";
  const secrets = secretsIn(kind, name, settings);
  const references = Object.fromEntries(
    [...secrets].map(([key, { reference }]) => [key, reference]),
  );
  const { carriers = [], routes = [] } = Object(parse(before)) as Record<string, unknown[]>;
  const place = carriers.findIndex((each) => Object(each).name === name);
  const known = place < 0 ? {} : Object(carriers[place]);
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
      const name = `${carrier}-${key}`.replaceAll("_", "-");
      return [key, { name, value: String(value), reference: `secret:${name}` }];
    }),
  );
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

function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text.endsWith("\n") ? text : `${text}\n`, { mode: 0o600, flush: true });
  renameSync(draft, path);
}
