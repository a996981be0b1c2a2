import { type LastBackup, lastBackup } from "../backups/last-backup";
import { countRunning } from "../campaigns/count-running";
import { readEnds } from "../carriers/carrier-minutes";
import { carrierSetup } from "../carriers/carrier-setup";
import { listTroubles, type Trouble } from "../carriers/list-troubles";
import { env } from "../core/env";
import { log } from "../core/log";
import { within } from "../core/within";
import { freeBytes } from "../database/check-data-folder";
import { countPending } from "../deliveries/count-pending";
import { waitingMails } from "../mail/waiting-mails";
import { countUnrouted } from "../messages/count-unrouted";
import { type MessageQueue, readQueues } from "../messages/read-queues";
import { heartbeatAges } from "../queue/heartbeat-ages";
import { type Alarm, listAlarms } from "./list-alarms";
import { type Balance, readBalances } from "./read-balances";

/** Whoever asks waits no longer for the database. */
const timeoutMs = 2000;
/** Asking more often costs the database nothing; nor does a database for which it is much work. */
const keptMs = 5000;
const restFactor = 20;

/** How the installation does, as far as it could be found out: what is undefined was not said in time. */
export interface InstallationFacts {
  queues: MessageQueue[] | undefined;
  pending: { deliveries: number; oldestSeconds: number } | undefined;
  mails: { count: number } | undefined;
  campaigns: number | undefined;
  troubles: Trouble[] | undefined;
  unrouted: { count: number } | undefined;
  /** Of the minutes that the alarm looks back. */
  ends: { carrier: string; ended: number; delivered: number }[] | undefined;
  alarms: Alarm[] | undefined;
  backup: LastBackup | undefined;
  heartbeats: { name: string; ageSeconds: number }[] | undefined;
  freeBytes: number | undefined;
  /** The names of the carriers of the file, but for the simulator. */
  carriers: string[];
  balances: Map<string, Balance>;
}

/** Nothing is known. */
export const noFacts: InstallationFacts = {
  ...{ queues: undefined, pending: undefined, mails: undefined, campaigns: undefined },
  ...{
    troubles: undefined,
    unrouted: undefined,
    ends: undefined,
    alarms: undefined,
    backup: undefined,
  },
  ...{ heartbeats: undefined, freeBytes: undefined, carriers: [], balances: new Map() },
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
  return { ...noFacts, heartbeats: await heartbeatAges() };
}

async function read(): Promise<InstallationFacts> {
  const { carriers } = carrierSetup();
  const parts = {
    ...{ queues: readQueues(), pending: countPending(), mails: waitingMails() },
    ...{
      campaigns: countRunning(),
      troubles: listTroubles(),
      unrouted: countUnrouted(),
      alarms: listAlarms(),
    },
    ...{ ends: readEnds(env().ALARM_FAILURE_MINUTES), backup: lastBackup() },
    ...{ heartbeats: heartbeatAges(), freeBytes: freeBytes(env().DATA_DIR) },
  };
  const [known, balances] = await Promise.all([inTime(parts), readBalances(carriers)]);
  const real = carriers.filter(({ kind }) => kind !== "simulator");
  return { ...known, balances, carriers: real.map(({ carrier }) => carrier.name) };
}

type Known<Parts> = { [Part in keyof Parts]: Awaited<Parts[Part]> | undefined };

/** One part that fails or is late hides no other. */
async function inTime<Parts extends Record<string, Promise<unknown>>>(
  parts: Parts,
): Promise<Known<Parts>> {
  const late = () => new Error("no response in time");
  const entries = Object.entries(parts).map(async ([part, work]) => {
    const value = await within(work, timeoutMs, late).catch((error: unknown) => {
      log().info({ part, err: error }, "a part of the installation could not be looked at");
    });
    return [part, value];
  });
  return Object.fromEntries(await Promise.all(entries)) as Known<Parts>;
}
