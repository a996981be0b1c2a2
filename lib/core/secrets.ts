import { randomBytes } from "node:crypto";
import { constants, copyFileSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { env } from "./env";
import { AppError } from "./errors";
import { ifThrows } from "./if-throws";
import { jsonIn } from "./json-in";
import { makeDataFolder, unusableFolder } from "./make-data-folder";
import { operatorSentence } from "./operator-sentence";

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
  const { DATA_DIR } = env();
  const path = join(DATA_DIR, "secrets.json");
  makeDataFolder(DATA_DIR);
  const fresh = { session: key(32), carrierWebhook: key(24), database: key(24) };
  return ifThrows(
    () => {
      // The first of two processes wins; the other reads what it wrote.
      storeWhole(path, `${JSON.stringify(fresh, null, 2)}\n`);
      return fresh;
    },
    (error) => {
      // A folder that takes no file may still hold the one there is.
      const present = read(path);
      if (present) return present;
      throw unusableFolder(error, DATA_DIR);
    },
  );
}

/**
 * Stores a new file whole or not at all, so that neither a full disk nor an end half-way leaves a damaged one, and
 * nobody reads it half-written. Throws when there is one.
 */
function storeWhole(path: string, text: string): void {
  const draft = `${path}.${key(6)}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: "wx", flush: true });
    ifThrows(
      () => linkSync(draft, path),
      (error) => {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
        // Not every file system has hard links.
        copyFileSync(draft, path, constants.COPYFILE_EXCL);
      },
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Undefined when there is no such file; throws when it cannot be used. */
function read(path: string): Secrets | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const stored = Secrets.safeParse(jsonIn(text));
  if (stored.success) return stored.data;
  throw new Error(
    `${path} is damaged. Restore it from a backup, or delete it to make new keys (an embedded database needs its old one).`,
  );
}

function textOf(path: string): string | undefined {
  return ifThrows(
    () => readFileSync(path, "utf8"),
    (cause) => {
      const { code = "unknown" } = cause as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw unreadable(path, code, cause);
    },
  );
}

function unreadable(path: string, code: string, cause: unknown): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      `${path} cannot be read (${code}); grant this user read access, or set DATA_DIR to another folder.`,
    ),
    { cause },
  );
}

function key(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
