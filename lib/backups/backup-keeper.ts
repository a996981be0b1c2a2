import { join } from "node:path";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { backups } from "@/drizzle/schema/backups";
import { notifyAdministrators } from "../accounts/notify-administrators";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { failureLetter } from "./_failure-letter";
import { rotateBackups } from "./_rotate-backups";
import { scheduledName } from "./backup-names";
import { lastBackup } from "./last-backup";
import { failureOf, forgetOldBackups, recordBackup } from "./record-backup";

const hourMs = 3_600_000;
const retryMs = 15 * 60_000;
/** Of failures one after the other, the first is told, and the first of each day since the last success. */
const toldAgainMs = 24 * hourMs;

interface Keeper {
  /** Makes a backup if one is due, by the settings of the schedule. */
  work(): Promise<void>;
  /** Gives up the backup in hand: this process ends. */
  end(): void;
}

/** Keeps the backups of the schedule: one when it is due, the newest few, and word to the administrators if one fails. */
export function backupKeeper(): Keeper {
  const ending = new AbortController();
  return {
    async work() {
      const { BACKUP_DIR } = env();
      if (!BACKUP_DIR || ending.signal.aborted || !(await isDue())) return;
      await keepBackup(BACKUP_DIR, ending.signal);
    },
    end() {
      ending.abort();
    },
  };
}

/** By the newest success and the newest attempt of the schedule, so that processes do not follow one another. */
async function isDue(): Promise<boolean> {
  const now = await databaseNow();
  const [row] = await db()
    .select({
      succeeded: sql<
        string | null
      >`max(${backups.startedAt}) filter (where ended_at is not null and failure is null)`,
      tried: sql<string | null>`max(${backups.startedAt})`,
    })
    .from(backups)
    .where(eq(backups.source, "schedule"));
  const sinceMs = (at: string | null | undefined) =>
    at ? now.getTime() - new Date(at).getTime() : Number.POSITIVE_INFINITY;
  return sinceMs(row?.succeeded) >= env().BACKUP_EVERY * hourMs && sinceMs(row?.tried) >= retryMs;
}

async function keepBackup(folder: string, signal: AbortSignal): Promise<void> {
  const isEncrypted = env().BACKUP_PASSPHRASE !== undefined;
  const file = scheduledName({ at: await databaseNow(), isEncrypted });
  try {
    const path = join(folder, file);
    const { bytes, rows } = await recordBackup({ source: "schedule", path, file, signal });
    log().info({ file, bytes, rows }, "made a backup");
  } catch (error) {
    // Another process is at it, or this one is told to end: neither is trouble.
    if (signal.aborted || (error instanceof AppError && error.code === "conflict")) return;
    log().error({ err: error, file }, "the backup failed");
    if (await isNews()) {
      const { last } = await lastBackup();
      await notifyAdministrators(failureLetter({ failure: failureOf(error), last }));
    }
    return;
  }
  // What fails here is no failed backup: the loop logs it.
  const removed = await rotateBackups(folder, env().BACKUP_KEEP);
  await forgetOldBackups();
  if (removed.length > 0) log().info({ removed }, "deleted old backups");
}

/** Whether the failure that was just recorded is the first since a success, or the first of another day since. */
async function isNews(): Promise<boolean> {
  const scheduled = eq(backups.source, "schedule");
  const [[success], [newest, before]] = await Promise.all([
    db()
      .select({ startedAt: backups.startedAt })
      .from(backups)
      .where(and(scheduled, isNotNull(backups.endedAt), isNull(backups.failure)))
      .orderBy(desc(backups.startedAt))
      .limit(1),
    db()
      .select({ startedAt: backups.startedAt })
      .from(backups)
      .where(and(scheduled, isNotNull(backups.failure)))
      .orderBy(desc(backups.startedAt))
      .limit(2),
  ]);
  const sinceMs = success?.startedAt.getTime() ?? 0;
  if (!newest || !before || before.startedAt.getTime() < sinceMs) return true;
  const dayOf = ({ startedAt }: { startedAt: Date }) =>
    Math.floor((startedAt.getTime() - sinceMs) / toldAgainMs);
  return dayOf(newest) !== dayOf(before);
}
