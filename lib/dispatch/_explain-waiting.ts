import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { type CarrierQueue, dueIn, dueOrder, waiting } from "../messages/claim-messages";
import { recordEvents } from "../messages/record-events";
import { setWaitReason } from "../messages/set-wait-reason";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishChange } from "../queue/notice";

interface Waiting {
  queue: CarrierQueue;
  reason: string;
  /** Since when the carrier is in this trouble. */
  since: Date;
}

const batchSize = 1000;
/** A message may be committed this much later than it became due; lock waits end sooner. */
const lateCommitMs = 10_000;
const beginning = new Date(0);

const seen = new Map<string, { since: number; until: Date }>();

/**
 * Writes why they wait on the rows of all due messages of a closed carrier, once per trouble: what an
 * earlier turn has looked through is not read again.
 */
export async function explainWaiting({ queue, reason, since }: Waiting): Promise<void> {
  const key = `${queue.carrier} ${queue.test}`;
  const last = seen.get(key);
  const from = last?.since === since.getTime() ? last.until : beginning;
  const until = await settledUntil();
  const open = sql`${dueIn(queue)} and due_at >= ${from.toISOString()}::timestamptz`;
  const accounts = await accountsWithWork({
    table: messages,
    open: waiting,
    due: open,
    order: dueOrder,
  });
  for (const accountId of accounts) {
    await explainAccount({ accountId, queue, reason, from });
  }
  seen.set(key, { since: since.getTime(), until });
}

/** Up to when no message can turn up any more; by the database's clock, which sets the times of the rows. */
async function settledUntil(): Promise<Date> {
  return new Date((await databaseNow()).getTime() - lateCommitMs);
}

interface Explaining {
  accountId: string;
  queue: CarrierQueue;
  reason: string;
  from: Date;
}

async function explainAccount(explaining: Explaining): Promise<void> {
  let { from } = explaining;
  for (;;) {
    const rows = await db().transaction((tx) => explainBatch({ ...explaining, from }, tx));
    publishChange(
      explaining.accountId,
      rows.map(({ id }) => id),
    );
    if (rows.length < batchSize) return;
    from = new Date(Math.max(...rows.map(({ due_at }) => Date.parse(due_at))));
  }
}

async function explainBatch(explaining: Explaining, tx: Tx) {
  const { accountId, queue, reason } = explaining;
  const rows = await setWaitReason({ ...explaining, limit: batchSize }, tx);
  const events = rows.map(({ id }) => ({
    messageId: id,
    test: queue.test,
    type: "deferred",
    source: "worker" as const,
    reason,
  }));
  await recordEvents(accountId, events, tx);
  return rows;
}
