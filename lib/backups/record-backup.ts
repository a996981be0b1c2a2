import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { and, desc, eq, isNotNull, isNull, lt, notInArray } from "drizzle-orm";
import { backups } from "@/drizzle/schema/backups";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { codeOf } from "../core/to-app-error";
import { daysOf } from "../retention/kept";
import { type Backup, createBackup } from "./create-backup";

const keptMs = daysOf("backups") * 86_400_000;
const maxFailureLength = 500;

interface Wanted {
  path: string;
  source: "schedule" | "command";
  file: string;
  signal?: AbortSignal;
}

/**
 * Makes a backup as `createBackup` does, and records the attempt with its outcome, which stays at least as long as its file.
 * One that was not begun, because another is being made, or that was told to end leaves no trace.
 */
export async function recordBackup({ source, file, ...wanted }: Wanted): Promise<Backup> {
  const id = newId();
  const startedAt = await databaseNow();
  await db().insert(backups).values({ id, startedAt, source, file });
  try {
    // The folder of the schedule is ours to make; a command names one that is there.
    if (source === "schedule") {
      await mkdir(dirname(wanted.path), { recursive: true, mode: 0o700 });
    }
    const made = await createBackup(wanted);
    const { bytes, rows } = made;
    await end(id, { bytes, rows });
    return made;
  } catch (error) {
    const wasBegun = !(error instanceof AppError && error.code === "conflict");
    // One that was told to end is no failure: the next follows, and its own failure is news.
    if (wasBegun && !wanted.signal?.aborted) await end(id, { failure: failureOf(error) });
    else await db().delete(backups).where(eq(backups.id, id));
    throw error;
  }
}

/**
 * Forgets attempts whose time is over, once files were rotated: only a backup that is known is deleted, and what the files
 * that stay are known by is never forgotten.
 */
export async function forgetOldBackups(): Promise<void> {
  const now = await databaseNow();
  const lasting = db()
    .select({ id: backups.id })
    .from(backups)
    .where(and(eq(backups.source, "schedule"), isNotNull(backups.endedAt), isNull(backups.failure)))
    .orderBy(desc(backups.startedAt))
    .limit(env().BACKUP_KEEP);
  const before = lt(backups.startedAt, new Date(now.getTime() - keptMs));
  await db()
    .delete(backups)
    .where(and(before, notInArray(backups.id, lasting)));
}

/** Why there is no backup: our own sentence, or the code of an error whose words could quote anything. */
export function failureOf(error: unknown): string {
  if (error instanceof AppError) return error.message.slice(0, maxFailureLength);
  return `The backup failed with ${codeOf(error) || "an unexpected error"}.`;
}

async function end(
  id: string,
  outcome: { bytes: number; rows: number } | { failure: string },
): Promise<void> {
  const endedAt = await databaseNow();
  await db()
    .update(backups)
    .set({ endedAt, ...outcome })
    .where(eq(backups.id, id));
}
