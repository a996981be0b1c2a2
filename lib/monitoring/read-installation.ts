import { countRunning } from "../campaigns/count-running";
import { readEnds } from "../carriers/carrier-minutes";
import { carrierSetup } from "../carriers/carrier-setup";
import { listTroubles, type Trouble } from "../carriers/list-troubles";
import { env } from "../core/env";
import { log } from "../core/log";
import { within } from "../core/within";
import { freeBytes } from "../database/check-data-folder";
import { countPending } from "../deliveries/count-pending";
import { countWaitingMails } from "../mail/count-waiting-mails";
import { type MessageQueue, readQueues } from "../messages/read-queues";
import { readHeartbeats } from "../queue/read-heartbeats";
import { type Alarm, listAlarms } from "./list-alarms";
import { type Balance, readBalances } from "./read-balances";

/** Whoever asks waits no longer for the database. */
const timeoutMs = 2000;
/** Asking more often costs the database nothing; nor does a database for which it is much work. */
const keptMs = 5000;
const restFactor = 20;

/** What the database says about the installation. */
export interface DatabaseFacts {
  queues: MessageQueue[];
  pending: { deliveries: number; oldestSeconds: number };
  mails: number;
  campaigns: number;
  troubles: Trouble[];
  /** Of the minutes that the alarm looks back. */
  ends: { carrier: string; ended: number; delivered: number }[];
  alarms: Alarm[];
}

/** How the installation does, as far as it could be found out. */
export interface InstallationFacts {
  /** Undefined while the database does not answer in time; the heartbeats likewise. */
  database: DatabaseFacts | undefined;
  heartbeats: { name: string; ageSeconds: number }[] | undefined;
  /** The names of the carriers of the file, but for the simulator. */
  carriers: string[];
  balances: Map<string, Balance>;
  freeBytes: number | undefined;
}

const nothing: InstallationFacts = {
  ...{ database: undefined, heartbeats: undefined, freeBytes: undefined },
  ...{ carriers: [], balances: new Map() },
};

const latest: { untilMs: number; facts?: Promise<InstallationFacts> } = { untilMs: 0 };

/** Looks at the whole installation, at most every five seconds however often it is asked, and never longer than three. */
export function readInstallation(): Promise<InstallationFacts> {
  if (!latest.facts || performance.now() > latest.untilMs) {
    // Until it has come, everybody waits for the same one.
    latest.untilMs = Number.POSITIVE_INFINITY;
    const startedMs = performance.now();
    latest.facts = read().finally(() => {
      const tookMs = performance.now() - startedMs;
      latest.untilMs = performance.now() + Math.max(keptMs, restFactor * tookMs);
    });
  }
  return latest.facts;
}

/** Has the next one look again. */
export function forgetInstallation(): void {
  latest.untilMs = 0;
}

/** Looks for signs of life only. */
export async function readLives(): Promise<InstallationFacts> {
  return { ...nothing, heartbeats: await readHeartbeats() };
}

async function read(): Promise<InstallationFacts> {
  const { carriers } = carrierSetup();
  const late = () => new Error("no response in time");
  const [database, heartbeats, balances, free] = await Promise.all([
    within(readDatabase(), timeoutMs, late).catch(unknown),
    within(readHeartbeats(), timeoutMs, late).catch(unknown),
    readBalances(carriers),
    freeBytes(env().DATA_DIR).catch(unknown),
  ]);
  const real = carriers.filter(({ kind }) => kind !== "simulator");
  return {
    database,
    heartbeats,
    balances,
    carriers: real.map(({ carrier }) => carrier.name),
    freeBytes: free,
  };
}

function unknown(error: unknown): undefined {
  log().info({ err: error }, "a part of the installation could not be looked at");
}

async function readDatabase(): Promise<DatabaseFacts> {
  const [queues, pending, mails, campaigns, troubles, ends, alarms] = await Promise.all([
    readQueues(),
    countPending(),
    countWaitingMails(),
    countRunning(),
    listTroubles(),
    readEnds(env().ALARM_FAILURE_MINUTES),
    listAlarms(),
  ]);
  return { queues, pending, mails, campaigns, troubles, ends, alarms };
}
