import { lastBackup } from "../backups/last-backup";
import { isCarrierTaking } from "../carriers/carriers-in-service";
import { replicaState } from "../core/db";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import type { Sentence } from "../core/sentence";
import { codeOf } from "../core/to-app-error";
import { within } from "../core/within";
import { freeBytes, fullBytes, minFreeBytes } from "../database/check-data-folder";
import { isMigrated } from "../database/is-migrated";
import { proveWritable } from "../database/prove-writable";
import { isWorkerAlive } from "../queue/is-worker-alive";
import { apiSentences } from "./sentences";

const retryAfterMs = 5000;
/** A database that takes longer is not there; load balancers give up at about five seconds. */
const timeoutMs = 3000;

/** SQLSTATEs of a server that has no room, or cannot write to its disk (PostgreSQL, appendix A). */
const diskCodes = ["53100", "58030"];

export interface Readiness {
  status: "ok";
  checks: {
    database: "ok";
    migrations: "ok";
    disk: "ok" | "low";
    worker: "ok" | "late";
    carrier: "ok" | "in_trouble";
    replica?: "ok" | "late" | "away";
    backup?: "ok" | "late";
  };
}

/**
 * Whether this process can serve, which takes a database that can be written to. Throws unavailable, naming the check that
 * failed. A late worker, a carrier in trouble, a replica that is not read from, a late backup and a disk that fills up are only reported:
 * what is accepted meanwhile is kept and sent later, and a load balancer that took the API away because of it would turn a
 * delay into an outage.
 */
export async function checkReadiness(): Promise<Readiness> {
  return within(look(), timeoutMs, () => new Error("no response in time")).catch(
    (cause: unknown) => {
      if (cause instanceof AppError) throw cause;
      throw diskCodes.includes(codeOf(cause)) ? diskFull(cause) : databaseAway(cause);
    },
  );
}

async function look(): Promise<Readiness> {
  if (!(await isMigrated())) {
    const sentence = apiSentences.notMigrated;
    throw notReady(sentence, { database: "ok", migrations: "failed" });
  }
  await proveWritable();
  const [disk, isAlive, isTaking, backup] = await Promise.all([
    checkDisk(),
    isWorkerAlive(),
    isCarrierTaking(),
    checkBackups(),
  ]);
  const worker = isAlive ? "ok" : "late";
  const carrier = isTaking ? "ok" : "in_trouble";
  const state = replicaState();
  const replica = state === undefined ? {} : { replica: state };
  return {
    status: "ok",
    checks: { database: "ok", migrations: "ok", disk, worker, carrier, ...replica, ...backup },
  };
}

async function checkBackups(): Promise<{ backup?: "ok" | "late" }> {
  if (!env().BACKUP_DIR) return {};
  const { state } = await lastBackup();
  return { backup: state === "ok" ? "ok" : "late" };
}

/** Of a database elsewhere only a failed write says something about its disk. */
async function checkDisk(): Promise<"ok" | "low"> {
  const { DATABASE_URL, DATA_DIR } = env();
  const available = DATABASE_URL ? minFreeBytes : await freeBytes(DATA_DIR);
  if (available < fullBytes) throw diskFull();
  return available < minFreeBytes ? "low" : "ok";
}

function diskFull(cause?: unknown): AppError {
  return notReady(
    apiSentences.diskFull,
    { database: "ok", migrations: "ok", disk: "failed" },
    cause,
  );
}

function databaseAway(cause: unknown): AppError {
  return notReady(apiSentences.databaseAway, { database: "failed" }, cause);
}

function notReady(
  sentence: Sentence,
  checks: Record<string, "ok" | "failed">,
  cause?: unknown,
): AppError {
  return new AppError("unavailable", sentence, {
    checks,
    retryAfterMs,
    ...(cause === undefined ? {} : { cause }),
  });
}
