import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Carrier, SubmitOutcome } from "../carriers/carrier";
import { chooseCarrier } from "../carriers/choose-carrier";
import { passGate } from "../carriers/pass-gate";
import { recordOutcomes } from "../carriers/record-outcomes";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { log } from "../core/log";
import { untilBack } from "../core/until-back";
import { accountsWithWork } from "../queue/accounts-with-work";
import { explainWaiting } from "./_explain-waiting";
import { carrierDownMs, settleMessages, type Taken } from "./_settle-messages";

/** A dead worker's messages become anybody's after this long (DESIGN.md: picked up within 30 s). */
const leaseSeconds = 20;
const lanes = 4;
/** With this many a carrier is tried again: enough that a message it chokes on is not alone. */
const probeSize = 8;

const waiting = sql`status in ('scheduled', 'queued')`;

/** Live and test messages are two queues: one's carrier may be away while the other's takes everything. */
interface Queue {
  test: boolean;
  carrier: Carrier;
}

/** Both priorities are named so that the index (…, priority, due_at) is entered twice, not walked. */
function dueIn({ test }: Queue) {
  return sql`test = ${test} and priority in (0, 1) and due_at <= now() and valid_until > now()`;
}

/**
 * Hands every due message to its carrier, one batch per account and turn, so that no account's queue
 * holds up another's. While a carrier is away its messages say so and wait. Returns how many got an answer.
 */
export async function dispatchMessages(): Promise<number> {
  const counts = await Promise.all(
    [false, true].map((test) => dispatchQueue({ test, carrier: chooseCarrier({ test }) })),
  );
  return sum(counts);
}

async function dispatchQueue(queue: Queue): Promise<number> {
  const accounts = await accountsWithWork({
    table: messages,
    open: waiting,
    due: dueIn(queue),
    order: sql`priority, due_at`,
  });
  if (accounts.length === 0) return 0;
  const passage = await passGate(queue.carrier.name);
  switch (passage.kind) {
    case "closed":
      await explainWaiting({ ...queue, ...passage });
      return 0;
    case "probe":
      return probe(queue, accounts);
    case "open":
      return dispatchAll(queue, accounts);
  }
}

async function dispatchAll(queue: Queue, accounts: string[]): Promise<number> {
  let dispatched = 0;
  for (let first = 0; first < accounts.length; first += lanes) {
    const turn = accounts.slice(first, first + lanes);
    const counts = await Promise.all(
      turn.map(async (accountId) => {
        const outcomes = await dispatchAccount(queue, accountId, queue.carrier.batchSize);
        await recordOutcomes({ carrier: queue.carrier.name, outcomes, isProbe: false });
        return answered(outcomes);
      }),
    );
    dispatched += sum(counts);
  }
  return dispatched;
}

/** A few messages of several accounts, so that none whose messages the carrier chokes on keeps the others waiting. */
async function probe(queue: Queue, accounts: string[]): Promise<number> {
  const first = Math.floor(Math.random() * accounts.length);
  const some = [...accounts.slice(first), ...accounts.slice(0, first)].slice(0, probeSize);
  const limit = Math.ceil(probeSize / some.length);
  const outcomes = (
    await Promise.all(some.map((accountId) => dispatchAccount(queue, accountId, limit)))
  ).flat();
  await recordOutcomes({ carrier: queue.carrier.name, outcomes, isProbe: true });
  return answered(outcomes);
}

async function dispatchAccount(
  queue: Queue,
  accountId: string,
  limit: number,
): Promise<SubmitOutcome[]> {
  const leaseId = newId();
  const batch = await claim(queue, { accountId, leaseId, limit });
  if (batch.length === 0) return [];
  const outcomes = await submit(queue.carrier, batch);
  const settlement = { accountId, leaseId, carrier: queue.carrier.name, batch, outcomes };
  await untilBack(() => settleMessages(settlement));
  return outcomes;
}

/** Before the bytes leave, the row says `sending`, with its attempt and a lease only this claim can use. */
async function claim(
  queue: Queue,
  { accountId, leaseId, limit }: { accountId: string; leaseId: string; limit: number },
): Promise<Taken[]> {
  const rows = db()
    .select({ id: messages.id, offeredAt: messages.offeredAt })
    .from(messages)
    .where(sql`${messages.accountId} = ${accountId} and ${waiting} and ${dueIn(queue)}`)
    .orderBy(messages.priority, messages.dueAt, messages.id)
    .limit(limit)
    .for("update", { skipLocked: true });
  const picked = db().$with("picked").as(rows);
  return db()
    .with(picked)
    .update(messages)
    .set({
      status: "sending",
      leaseId,
      leaseUntil: sql`now() + ${leaseSeconds} * interval '1 second'`,
      attempts: sql`${messages.attempts} + 1`,
      offeredAt: sql`coalesce(${messages.offeredAt}, now())`,
    })
    .from(picked)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, picked.id)))
    .returning({ ...getTableColumns(messages), offeredBefore: picked.offeredAt });
}

async function submit(carrier: Carrier, batch: Taken[]): Promise<SubmitOutcome[]> {
  try {
    return await carrier.submit(
      batch.map((message) => ({
        ...message,
        messageId: message.id,
        offeredAt: message.offeredAt ?? new Date(),
      })),
    );
  } catch (error) {
    log().warn(
      { err: error, carrier: carrier.name, messages: batch.length },
      "carrier not reachable",
    );
    return batch.map(() => ({
      kind: "later",
      reason: "carrier_down",
      retryAfterMs: carrierDownMs,
    }));
  }
}

function answered(outcomes: SubmitOutcome[]): number {
  return outcomes.filter(({ kind }) => kind !== "hold" && kind !== "unasked").length;
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
