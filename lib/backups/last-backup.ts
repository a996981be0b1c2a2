import { and, desc, isNotNull, isNull, sql } from "drizzle-orm";
import { backups } from "@/drizzle/schema/backups";
import { db } from "../core/db";
import { env } from "../core/env";

/** How the backups of this installation are doing, whichever process makes them. */
export interface LastBackup {
  /** `off` without BACKUP_DIR and without a backup ever; `late` when the last one is older than two intervals. */
  state: "ok" | "late" | "off";
  /** The newest that succeeded: what its data is as old as. */
  last: { startedAt: Date; ageSeconds: number; bytes: number; file: string } | null;
  /** Why the newest attempt failed; null if it succeeded, or is not over. */
  failure: { at: Date; sentence: string } | null;
}

const age = sql<number>`extract(epoch from now() - ${backups.startedAt})::int`;

/** The newest backup with its age and size by the database's clock, and what went wrong since. */
export async function lastBackup(): Promise<LastBackup> {
  const [[done], [failed]] = await Promise.all([
    db()
      .select({
        startedAt: backups.startedAt,
        ageSeconds: age,
        bytes: backups.bytes,
        file: backups.file,
      })
      .from(backups)
      .where(and(isNotNull(backups.endedAt), isNull(backups.failure)))
      .orderBy(desc(backups.startedAt))
      .limit(1),
    db()
      .select({ at: backups.startedAt, sentence: backups.failure })
      .from(backups)
      .where(isNotNull(backups.failure))
      .orderBy(desc(backups.startedAt))
      .limit(1),
  ]);
  const last = done ? { ...done, bytes: done.bytes ?? 0 } : null;
  const isNewer = failed && (!last || failed.at > last.startedAt);
  return {
    state: stateOf(last?.ageSeconds),
    last,
    failure: isNewer ? { at: failed.at, sentence: failed.sentence ?? "" } : null,
  };
}

function stateOf(ageSeconds: number | undefined): LastBackup["state"] {
  const { BACKUP_DIR, BACKUP_EVERY } = env();
  if (!BACKUP_DIR) return ageSeconds === undefined ? "off" : "ok";
  return ageSeconds !== undefined && ageSeconds < 2 * BACKUP_EVERY * 3600 ? "ok" : "late";
}
