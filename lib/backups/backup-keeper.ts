import { join } from "node:path";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { backups } from "@/drizzle/schema/backups";
import { notifyAdministrators } from "../accounts/notify-administrators";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { failureLetter } from "./_failure-letter";
import { rotateBackups } from "./_rotate-backups";
import { backupName } from "./backup-names";
import { failureOf, recordBackup } from "./record-backup";

const hourMs = 3_600_000;
const retryMs = 15 * 60_000;
/** Of failures one after the other, the first and one a day is told. */
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
  const file = backupName(await databaseNow(), env().BACKUP_PASSPHRASE !== undefined);
  try {
    const made = await recordBackup({ source: "schedule", path: join(folder, file), file, signal });
    const removed = await rotateBackups(folder, env().BACKUP_KEEP);
    const { bytes, rows } = made;
    log().info({ file, bytes, rows, removed: removed.length }, "made a backup");
  } catch (error) {
    // Another process is at it, or this one is told to end: neither is trouble.
    if (signal.aborted || (error instanceof AppError && error.code === "conflict")) return;
    log().error({ err: error, file }, "the backup failed");
    if (await isNews()) await notifyAdministrators(failureLetter(failureOf(error)));
  }
}

/** Whether the failure that was just recorded is the first since a success, or since a day. */
async function isNews(): Promise<boolean> {
  const since = new Date((await databaseNow()).getTime() - toldAgainMs);
  const recent = await db()
    .select({ failure: backups.failure })
    .from(backups)
    .where(and(eq(backups.source, "schedule"), gt(backups.startedAt, since)))
    .orderBy(desc(backups.startedAt))
    .limit(200);
  const before = recent.slice(1);
  const firstOther = before.findIndex(({ failure }) => failure === null);
  const failures = firstOther === -1 ? before : before.slice(0, firstOther);
  return failures.length === 0;
}
