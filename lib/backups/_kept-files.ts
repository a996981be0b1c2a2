import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { carriersFilePath } from "../carriers/carrier-setup";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { jsonIn } from "../core/json-in";
import { operatorSentence } from "../core/operator-sentence";
import { secrets } from "../core/secrets";
import { codeOf } from "../core/to-app-error";
import type { FileName } from "./manifest";

/** A file of settings, beside which a row of the database would be incomplete. */
export interface KeptFile {
  name: FileName;
  content: Buffer;
}

const Stored = z.looseObject({ carriers: z.record(z.string(), z.string()).optional() });
const Archived = z.object({
  session: z.string().min(32),
  carrierWebhook: z.string().min(24),
  carriers: z.record(z.string(), z.string()).optional(),
});

/**
 * What a backup has of the data folder: the keys in force, wherever they come from, the carriers' secrets that the command
 * line stored, and `carriers.json`. Not the password of the embedded database: another one has its own.
 */
export function readKeptFiles(): KeptFile[] {
  const { session, carrierWebhook } = secrets();
  const { carriers } = storedSecrets();
  const text = JSON.stringify({ session, carrierWebhook, ...(carriers ? { carriers } : {}) });
  const path = carriersFilePath();
  return [
    { name: "secrets.json", content: Buffer.from(text) },
    ...(existsSync(path) ? [{ name: "carriers.json" as const, content: readFileSync(path) }] : []),
  ];
}

/** Files that are written beside their places, and wait for the commit of the rows they belong to. */
export interface StagedFiles {
  /** Puts each into its place. Returns what the operator should know of them. */
  place(): string[];
  discard(): void;
}

interface Staged {
  path: string;
  content: Buffer | string;
  /** Undefined where nothing can be written beside the place. */
  draft: string | undefined;
}

/** Writes the files of a backup beside their places. A `carriers.json` that says something else is kept as `carriers.json.before`. */
export function stageFiles(files: KeptFile[]): StagedFiles {
  const keys = files.find(({ name }) => name === "secrets.json");
  const carriers = files.find(({ name }) => name === "carriers.json");
  const { merged, notes } = keys ? mergeSecrets(keys.content) : { merged: undefined, notes: [] };
  const secretsFile = merged === undefined ? undefined : stage(secretsPath(), merged);
  if (secretsFile) refuseUnwritable(secretsFile);
  const carriersFile = carriers && stageCarriers(carriers.content);
  return {
    place() {
      if (secretsFile) putInPlace(secretsFile);
      return [...notes, ...(carriersFile ? placeCarriers(carriersFile) : [])];
    },
    discard() {
      for (const draft of [secretsFile?.draft, carriersFile?.draft]) {
        if (draft) rmSync(draft, { force: true });
      }
    },
  };
}

function stage(path: string, content: Buffer | string): Staged {
  const draft = `${path}.restored`;
  return ifThrows(
    () => {
      writeFileSync(draft, content, { mode: 0o600, flush: true });
      return { path, content, draft };
    },
    () => ({ path, content, draft: undefined }),
  );
}

/** The rows must not be committed without their keys. */
function refuseUnwritable({ path, draft }: Staged): void {
  if (draft) return;
  ifThrows(
    () => accessSync(path, constants.W_OK),
    (cause) => {
      throw unusableSecrets(`${path} cannot be written (${codeOf(cause) || "unknown"}).`, cause);
    },
  );
}

function stageCarriers(content: Buffer): Staged | undefined {
  const path = carriersFilePath();
  const isSame = ifThrows(
    () => readFileSync(path).equals(content),
    () => false,
  );
  return isSame ? undefined : stage(path, content);
}

/** A file that a container gets from outside cannot be replaced, but perhaps be written. */
function putInPlace({ path, content, draft }: Staged): void {
  const write = () => writeFileSync(path, content, { mode: 0o600, flush: true });
  if (draft) ifThrows(() => renameSync(draft, path), write);
  else write();
}

/** The rows do not depend on it, so that whatever is wrong with it is only told. */
function placeCarriers(staged: Staged): string[] {
  const { path } = staged;
  return ifThrows(
    () => {
      const former = existsSync(path);
      if (former) copyFileSync(path, `${path}.before`);
      putInPlace(staged);
      return former ? [`The former ${path} is now ${path}.before.`] : [];
    },
    () => [`${path} cannot be written: make sure that it has the carriers of the backup.`],
  );
}

function mergeSecrets(content: Buffer): { merged: string; notes: string[] } {
  const archived = Archived.safeParse(jsonIn(content.toString("utf8")));
  if (!archived.success) throw damagedSecrets();
  const { session, carrierWebhook, carriers } = archived.data;
  const stored = storedSecrets();
  const merged = {
    ...stored,
    session,
    carrierWebhook,
    ...(carriers ? { carriers: { ...stored.carriers, ...carriers } } : {}),
  };
  const { AUTH_SECRET, CARRIER_WEBHOOK_SECRET } = env();
  const notes = [
    ...differs("AUTH_SECRET", AUTH_SECRET, session),
    ...differs("CARRIER_WEBHOOK_SECRET", CARRIER_WEBHOOK_SECRET, carrierWebhook),
  ];
  return { merged: `${JSON.stringify(merged, null, 2)}\n`, notes };
}

function differs(name: string, inForce: string | undefined, archived: string): string[] {
  if (inForce === undefined || inForce === archived) return [];
  return [
    `${name} differs from the one of the backup: unset it, or set it to the former value, or what depends on it must be set up again.`,
  ];
}

/**
 * What is in the file of secrets. Throws when it cannot be read: a backup would lack the carriers' secrets, and a restore would
 * lose the key of the embedded database.
 */
function storedSecrets(): z.infer<typeof Stored> {
  // Makes the file if there is none yet.
  secrets();
  const path = secretsPath();
  const text = ifThrows(
    () => readFileSync(path, "utf8"),
    (cause) => {
      throw unusableSecrets(`${path} cannot be read (${codeOf(cause) || "unknown"}).`, cause);
    },
  );
  const stored = Stored.safeParse(jsonIn(text));
  if (stored.success) return stored.data;
  throw unusableSecrets(`${path} is damaged; repair it, or restore it from a backup.`);
}

function secretsPath(): string {
  return join(env().DATA_DIR, "secrets.json");
}

function unusableSecrets(sentence: string, cause?: unknown): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(sentence),
    cause === undefined ? {} : { cause },
  );
}

function damagedSecrets(): AppError {
  return new AppError(
    "invalid_request",
    operatorSentence("The backup has no keys of sessions and callbacks that can be read."),
  );
}
