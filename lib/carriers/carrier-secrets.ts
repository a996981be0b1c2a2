import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { jsonIn } from "../core/json-in";
import { operatorSentence } from "../core/operator-sentence";
import { secrets } from "../core/secrets";

const Kept = z.looseObject({ carriers: z.record(z.string(), z.unknown()).optional() });

/** A secret of a carrier that the command line keeps in `DATA_DIR/secrets.json`; undefined if there is none. */
export function storedSecret(name: string): string | undefined {
  const carriers = ifThrows(read, () => undefined)?.carriers ?? {};
  const secret = Object.hasOwn(carriers, name) ? carriers[name] : undefined;
  return typeof secret === "string" ? secret : undefined;
}

/**
 * Keeps a secret of a carrier in `DATA_DIR/secrets.json` (0600), whole or not at all. Throws, and changes nothing, if what
 * the file holds cannot be kept.
 */
export function storeSecret(name: string, value: string): void {
  // Makes the file if there is none yet.
  secrets();
  const kept = read();
  const text = JSON.stringify({ ...kept, carriers: { ...kept.carriers, [name]: value } }, null, 2);
  const draft = `${secretsPath()}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: "wx", flush: true });
  renameSync(draft, secretsPath());
}

function secretsPath(): string {
  return join(env().DATA_DIR, "secrets.json");
}

function read(): z.infer<typeof Kept> {
  const kept = Kept.safeParse(jsonIn(readFileSync(secretsPath(), "utf8")));
  if (kept.success) return kept.data;
  const problem = "carriers must be an object with a text for each secret";
  throw new AppError("invalid_request", operatorSentence(`${secretsPath()}: ${problem}.`));
}
