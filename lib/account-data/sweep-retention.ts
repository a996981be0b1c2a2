import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { eraseCampaignTexts } from "../campaigns/erase-campaign-texts";
import { listUnkeptAccounts } from "../campaigns/list-unkept-accounts";
import { db, type Tx } from "../core/db";
import { firstIdAt } from "../core/ids";
import { sweepAttemptsOf } from "../deliveries/sweep-attempts-of";
import { eraseInboundTexts } from "../inbound/erase-inbound-texts";
import { eraseTexts } from "../messages/erase-texts";
import { sweepEventsOf } from "../messages/sweep-events-of";
import { type DueRows, listDueRows } from "../retention/list-due-rows";
import { type DueTexts, listDueTexts } from "../retention/list-due-texts";
import { saveProgress } from "../retention/save-progress";
import type { IdPage, SweptPage } from "../retention/swept-page";
import { clearRange } from "../text-index/clear-range";

/** Rows of one commit, few enough that nobody notices. */
const batchSize = 500;
/** Sending and receiving come first. */
const restMs = 50;
/** Of each kind in a turn, so that none waits for the others to end; after the turn the loop looks whether it is to stop. */
const maxSweepMs = 2000;
const accountsAtOnce = 20;

/**
 * Erases what has been kept for as long as the administrator and each account say: texts that were sent and received, those
 * of campaigns, attempts of webhooks, and histories of messages. It goes in small steps, from where the one before ended.
 * Returns how many accounts it finished or was still busy with, so that the worker comes back at once while there is more.
 * Throws what went wrong first, after all others have had their turn.
 */
export async function sweepRetention(): Promise<number> {
  const failures: unknown[] = [];
  const unkept = await inTurn(await listUnkeptAccounts(accountsAtOnce), failures, sweepUnkept);
  const texts = await inTurn(await listDueTexts(accountsAtOnce), failures, sweepTexts);
  let rows = 0;
  for (const kind of ["events", "attempts"] as const) {
    const due = await listDueRows(kind, accountsAtOnce);
    rows += await inTurn(due, failures, (each, endMs) => sweepRows(kind, each, endMs));
  }
  if (failures.length > 0) throw failures[0];
  return unkept + texts + rows;
}

/** Whether an account has no more to do, has to go on, or has to wait for somebody. */
type Outcome = "finished" | "unfinished" | "blocked";

type Sweep<Due> = (due: Due, endMs: number) => Promise<Outcome>;

/** How many accounts were finished or are unfinished. One that fails is noted, and holds up no other. */
async function inTurn<Due>(all: Due[], failures: unknown[], sweep: Sweep<Due>): Promise<number> {
  const endMs = performance.now() + maxSweepMs;
  let moved = 0;
  for (const due of all) {
    if (performance.now() > endMs) return moved + 1;
    try {
      if ((await sweep(due, endMs)) !== "blocked") moved += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  return moved;
}

async function sweepTexts(due: DueTexts, endMs: number): Promise<Outcome> {
  const sent = await sweepPages({ due, after: due.sentTo, step: eraseTexts, as: "sentTo" }, endMs);
  if (sent !== "finished") return sent;
  const after = due.receivedTo;
  const received = await sweepPages(
    { due, after, step: eraseInboundTexts, as: "receivedTo" },
    endMs,
  );
  if (received === "unfinished") return received;
  const { accountId, since, until } = due;
  const campaigns = await sweepCampaigns(accountId, until, endMs);
  // What waits for an endpoint may take days, and holds up nothing but itself.
  if (campaigns !== "finished") return campaigns;
  if (received === "blocked") return received;
  await inStep(async (tx) => {
    const from = firstIdAt(since?.getTime() ?? 0);
    await clearRange({ accountId, from, before: firstIdAt(until.getTime()) }, tx);
    await saveProgress(accountId, { textsUntil: until }, tx);
  });
  return "finished";
}

/** The campaigns of an account that have just ended, and whose texts are not to be stored. */
async function sweepUnkept(accountId: string, endMs: number): Promise<Outcome> {
  const before = new Date(0);
  return (await sweepCampaign(accountId, before)) === 0
    ? "blocked"
    : sweepCampaigns(accountId, before, endMs);
}

async function sweepCampaigns(accountId: string, before: Date, endMs: number): Promise<Outcome> {
  while (performance.now() < endMs) {
    if ((await sweepCampaign(accountId, before)) === 0) return "finished";
    await pause(restMs);
  }
  return "unfinished";
}

function sweepCampaign(accountId: string, before: Date): Promise<number> {
  return inStep((tx) => eraseCampaignTexts({ accountId, before, limit: batchSize }, tx));
}

interface Pages {
  due: DueTexts;
  after: string | null;
  step: (page: IdPage, tx: Tx) => Promise<SweptPage>;
  as: "sentTo" | "receivedTo";
}

async function sweepPages({ due, after, step, as }: Pages, endMs: number): Promise<Outcome> {
  const { accountId } = due;
  const before = firstIdAt(due.until.getTime());
  let last = after;
  while (performance.now() < endMs) {
    const page = await inStep(async (tx) => {
      const swept = await step({ accountId, after: last, before, limit: batchSize }, tx);
      if (swept.to !== last) await saveProgress(accountId, { [as]: swept.to }, tx);
      return swept;
    });
    if (page.isDone) return "finished";
    if (page.isBlocked && page.to === last) return "blocked";
    last = page.to;
    await pause(restMs);
  }
  return "unfinished";
}

interface OlderRows {
  accountId: string;
  before: string;
  limit: number;
}

interface RowSweep {
  /** Deletes some of the older rows; returns how many. */
  sweep(wanted: OlderRows, tx: Tx): Promise<number>;
  /** What to remember once some are gone, and once all are. */
  begun: ((until: Date) => Parameters<typeof saveProgress>[1]) | null;
  done(until: Date): Parameters<typeof saveProgress>[1];
}

const rowSweeps = {
  events: {
    sweep: sweepEventsOf,
    begun: (until: Date) => ({ eventsGoneUntil: until }),
    done: (until: Date) => ({ eventsUntil: until, eventsGoneUntil: until }),
  },
  attempts: {
    sweep: sweepAttemptsOf,
    begun: null,
    done: (until: Date) => ({ attemptsUntil: until }),
  },
} satisfies Record<string, RowSweep>;

async function sweepRows(
  kind: keyof typeof rowSweeps,
  { accountId, until }: DueRows,
  endMs: number,
): Promise<Outcome> {
  const { sweep, begun, done } = rowSweeps[kind];
  const before = firstIdAt(until.getTime());
  while (performance.now() < endMs) {
    const deleted = await inStep(async (tx) => {
      const count = await sweep({ accountId, before, limit: batchSize }, tx);
      if (count < batchSize) await saveProgress(accountId, done(until), tx);
      else if (begun) await saveProgress(accountId, begun(until), tx);
      return count;
    });
    if (deleted < batchSize) return "finished";
    await pause(restMs);
  }
  return "unfinished";
}

/** One commit, which waits for nobody long. */
function inStep<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`set local lock_timeout = '2s'`);
    return work(tx);
  });
}
