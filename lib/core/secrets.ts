import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { env } from "./env";

const Secrets = z.object({
  session: z.string().min(32),
  carrierWebhook: z.string().min(24),
  database: z.string().min(24),
});

export type Secrets = z.infer<typeof Secrets>;

let known: Secrets | undefined;

/** The installation's own keys: from the settings, else made once and kept in `DATA_DIR/secrets.json` (0600). */
export function secrets(): Secrets {
  known ??= { ...stored(), ...fromSettings() };
  return known;
}

function fromSettings(): Partial<Secrets> {
  const { AUTH_SECRET, CARRIER_WEBHOOK_SECRET } = env();
  return {
    ...(AUTH_SECRET ? { session: AUTH_SECRET } : {}),
    ...(CARRIER_WEBHOOK_SECRET ? { carrierWebhook: CARRIER_WEBHOOK_SECRET } : {}),
  };
}

function stored(): Secrets {
  const path = join(env().DATA_DIR, "secrets.json");
  mkdirSync(env().DATA_DIR, { recursive: true });
  const fresh = { session: key(32), carrierWebhook: key(24), database: key(24) };
  try {
    // `wx` makes the first of two processes win; the other reads what it wrote.
    writeFileSync(path, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return read(path);
  }
}

function read(path: string): Secrets {
  const stored = Secrets.safeParse(jsonOf(readFileSync(path, "utf8")));
  if (stored.success) return stored.data;
  throw new Error(
    `${path} is damaged. Restore it from a backup, or delete it to make new keys (an embedded database needs its old one).`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function key(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
