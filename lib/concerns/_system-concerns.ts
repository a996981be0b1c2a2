import { type LastBackup, lastBackup } from "../backups/last-backup";
import type { Actor } from "../core/actor";
import { minFreeBytes } from "../database/check-data-folder";
import { countWaitingMails } from "../mail/count-waiting-mails";
import { readHeartbeats } from "../queue/read-heartbeats";
import { concern } from "./_concern";
import type { Concern } from "./contract";

/** A mail server that asks for a later try takes it within the hour. */
const mailMinutes = 60;

/** A worker that does not say that it is alive: nothing is sent. */
export async function workerConcerns(actor: Actor): Promise<Concern[]> {
  const beats = await readHeartbeats({ actor });
  const worker = beats.find(({ name }) => name === "worker");
  return worker && !worker.isLate ? [] : [concern("worker_late", { since: worker?.at ?? null })];
}

/** A disk with too little room for the database. */
export function diskConcerns(freeBytes: number): Concern[] {
  return freeBytes < minFreeBytes ? [concern("disk_low", { count: freeBytes })] : [];
}

/** Emails that the mail server does not take. */
export async function mailConcerns(actor: Actor): Promise<Concern[]> {
  const { count, oldestAt } = await countWaitingMails({ actor });
  const isOld = oldestAt !== null && Date.now() - oldestAt.getTime() > mailMinutes * 60_000;
  return isOld ? [concern("mails_waiting", { count, since: oldestAt })] : [];
}

/** A backup that failed since the newest one, with the reason, or that is due for long. */
export async function backupConcerns(): Promise<Concern[]> {
  return concernsOf(await lastBackup());
}

function concernsOf({ state, last, failure }: LastBackup): Concern[] {
  if (state === "off") return [];
  if (failure) return [concern("backup_failed", { since: failure.at, said: failure.sentence })];
  return state === "late" ? [concern("backup_late", { since: last?.startedAt ?? null })] : [];
}
