import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { env } from "../core/env";
import { ifThrows } from "../core/if-throws";
import { jsonIn } from "../core/json-in";
import { secrets } from "../core/secrets";

const Kept = z.looseObject({ carriers: z.record(z.string(), z.string()).optional() });

/** A secret of a carrier that the command line keeps in `DATA_DIR/secrets.json`; undefined if there is none. */
export function storedSecret(name: string): string | undefined {
  return read().carriers?.[name];
}

/** Keeps a secret of a carrier in `DATA_DIR/secrets.json` (0600), whole or not at all. */
export function storeSecret(name: string, value: string): void {
  // Makes the file if there is none yet.
  secrets();
  const kept = read();
  const text = JSON.stringify({ ...kept, carriers: { ...kept.carriers, [name]: value } }, null, 2);
  const draft = `${secretsPath()}.${process.pid}`;
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flush: true });
  renameSync(draft, secretsPath());
}

function secretsPath(): string {
  return join(env().DATA_DIR, "secrets.json");
}

function read(): z.infer<typeof Kept> {
  const text = ifThrows(
    () => readFileSync(secretsPath(), "utf8"),
    () => "{}",
  );
  return Kept.safeParse(jsonIn(text)).data ?? {};
}
