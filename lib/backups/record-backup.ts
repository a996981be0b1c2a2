import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { eq, lt } from "drizzle-orm";
import { backups } from "@/drizzle/schema/backups";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
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
 * Makes a backup as `createBackup` does, and records the attempt with its outcome. One that was not
 * begun, because another is being made, leaves no trace.
 */
export async function recordBackup({ source, file, ...wanted }: Wanted): Promise<Backup> {
  const id = newId();
  const startedAt = await databaseNow();
  await db().insert(backups).values({ id, startedAt, source, file });
  await db()
    .delete(backups)
    .where(lt(backups.startedAt, new Date(startedAt.getTime() - keptMs)));
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
    if (wasBegun) await end(id, { failure: failureOf(error) });
    else await db().delete(backups).where(eq(backups.id, id));
    throw error;
  }
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
