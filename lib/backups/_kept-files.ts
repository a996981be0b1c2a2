import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { carriersFilePath } from "../carriers/carrier-setup";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { jsonIn } from "../core/json-in";
import { operatorSentence } from "../core/operator-sentence";
import { secrets } from "../core/secrets";
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
  /** Puts each into its place. */
  place(): void;
  discard(): void;
  /** What the operator should know of them. */
  notes: string[];
}

/** Writes the files of a backup beside their places. A `carriers.json` that says something else is kept as `carriers.json.before`. */
export function stageFiles(files: KeptFile[]): StagedFiles {
  const staged: { draft: string; path: string; keepsFormer: boolean }[] = [];
  const notes: string[] = [];
  const stage = (path: string, content: Buffer | string, keepsFormer: boolean) => {
    const draft = `${path}.restored`;
    writeFileSync(draft, content, { mode: 0o600, flush: true });
    staged.push({ draft, path, keepsFormer });
  };
  for (const { name, content } of files) {
    if (name === "secrets.json") notes.push(...stageSecrets(content, stage));
    else {
      const path = carriersFilePath();
      if (existsSync(path) && readFileSync(path).equals(content)) continue;
      const keepsFormer = existsSync(path);
      const said = ifThrows(
        () => {
          stage(path, content, keepsFormer);
          return keepsFormer ? [`The former ${path} is now ${path}.before.`] : [];
        },
        // Such as one that a container gets from outside.
        () => [`${path} cannot be written: make sure that it has the carriers of the backup.`],
      );
      notes.push(...said);
    }
  }
  return {
    notes,
    place() {
      for (const { draft, path, keepsFormer } of staged) {
        if (keepsFormer) copyFileSync(path, `${path}.before`);
        renameSync(draft, path);
      }
    },
    discard() {
      for (const { draft } of staged) rmSync(draft, { force: true });
    },
  };
}

function stageSecrets(
  content: Buffer,
  stage: (path: string, content: string, keepsFormer: boolean) => void,
): string[] {
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
  stage(secretsPath(), `${JSON.stringify(merged, null, 2)}\n`, false);
  const { AUTH_SECRET, CARRIER_WEBHOOK_SECRET } = env();
  return [
    ...differs("AUTH_SECRET", AUTH_SECRET, session),
    ...differs("CARRIER_WEBHOOK_SECRET", CARRIER_WEBHOOK_SECRET, carrierWebhook),
  ];
}

function differs(name: string, inForce: string | undefined, archived: string): string[] {
  if (inForce === undefined || inForce === archived) return [];
  return [
    `${name} differs from the one of the backup: unset it, or set it to the former value, or what depends on it must be set up again.`,
  ];
}

function storedSecrets(): z.infer<typeof Stored> {
  // Makes the file if there is none yet.
  secrets();
  const text = ifThrows(
    () => readFileSync(secretsPath(), "utf8"),
    () => "{}",
  );
  const stored = Stored.safeParse(jsonIn(text));
  return stored.success ? stored.data : {};
}

function secretsPath(): string {
  return join(env().DATA_DIR, "secrets.json");
}

function damagedSecrets(): AppError {
  return new AppError(
    "invalid_request",
    operatorSentence("The backup has no keys of sessions and callbacks that can be read."),
  );
}
