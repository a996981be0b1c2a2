import { type SQL, sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishChange } from "../queue/notice";
import { waiting } from "./claim-messages";

/** What is put off longer is held for a campaign or scheduled, and has its own time. */
const putOff = sql`due_at > now() and due_at < now() + interval '1 hour' and wait_reason is not null`;
/** What came back to the queue after its campaign was paused, or its quiet hours began, is about to be held, too. */
const isFree = sql`not exists (select 1 from ${campaigns} c
  where c.account_id = ${messages.accountId} and c.id = ${messages.sendId}
    and (c.status = 'paused' or c.wait_reason = 'quiet_hours'))`;
const batchSize = 1000;
const maxBatches = 10;

/**
 * Makes the put-off live messages of a queue due now, over all accounts: those of a carrier, or, for null, those without a
 * route. Returns how many, at most 10,000 of an account.
 */
export async function hurryQueue(carrier: string | null): Promise<number> {
  const inQueue = carrier === null ? sql`carrier is null` : sql`carrier = ${carrier}`;
  const which = sql`not test and ${inQueue} and ${putOff}`;
  const accounts = await accountsWithWork({
    table: messages,
    open: waiting,
    due: which,
    order: sql`test, carrier, priority, due_at`,
  });
  let hurried = 0;
  for (const accountId of accounts) {
    for (let batch = 0; batch < maxBatches; batch += 1) {
      const ids = await db().transaction((tx) => hurry({ accountId, which }, tx));
      publishChange(accountId, ids);
      hurried += ids.length;
      if (ids.length < batchSize) break;
    }
  }
  return hurried;
}

/** Makes one message of an account due now, if it is queued, put off, and not its campaign's to hold. Returns whether it was. */
export async function hurryMessage(accountId: string, id: string, tx: Tx): Promise<boolean> {
  const ids = await hurry({ accountId, which: sql`id = ${id} and ${putOff}` }, tx);
  return ids.length > 0;
}

async function hurry({ accountId, which }: { accountId: string; which: SQL }, tx: Tx) {
  const now = (await databaseNow(tx)).toISOString();
  // One that a worker has in its hands is tried now anyway.
  const rows = await tx.execute<{ id: string }>(sql`
    with picked as (
      select id from ${messages} where account_id = ${accountId} and ${waiting} and ${which} and ${isFree}
      limit ${batchSize} for update skip locked
    )
    update ${messages} set due_at = ${now}::timestamptz
    where account_id = ${accountId} and id = any(array(select id from picked))
    returning id`);
  return rows.map(({ id }) => id);
}
