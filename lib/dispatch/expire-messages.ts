import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { refundCredits } from "../credits/refund-credits";
import { endMessages } from "../messages/end-messages";
import { mayBecome } from "../messages/may-become";
import { recordEvents } from "../messages/record-events";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishChange } from "../queue/notice";

const batchSize = 500;
const open = mayBecome("expired");
/** A message in a live worker's hands is left to it: its lease ends soon enough. */
const outlived = sql`valid_until < now() and (status <> 'sending' or lease_until < now())`;

/**
 * Ends what outlived its validity as `expired`. Credits come back for messages no carrier ever took; those
 * handed over, or offered to a carrier that never said, stay paid. Returns how many ended.
 */
export async function expireMessages(): Promise<number> {
  let expired = 0;
  const order = sql`valid_until`;
  const accounts = await accountsWithWork({ table: messages, open, due: outlived, order });
  for (const accountId of accounts) {
    const ids = await db().transaction((tx) => expireAccount(accountId, tx));
    publishChange(accountId, ids);
    expired += ids.length;
  }
  return expired;
}

async function expireAccount(accountId: string, tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({
      id: messages.id,
      test: messages.test,
      status: messages.status,
      credits: messages.credits,
      offeredAt: messages.offeredAt,
    })
    .from(messages)
    .where(sql`${messages.accountId} = ${accountId} and ${open} and ${outlived}`)
    .limit(batchSize)
    .for("update", { skipLocked: true });
  const handedOver = rows.filter(
    ({ status, offeredAt }) => offeredAt || ["sending", "sent", "unknown"].includes(status),
  );
  const waiting = rows.filter((row) => !handedOver.includes(row));
  const credits = waiting.reduce((sum, row) => sum + row.credits, 0);
  const refundId =
    credits > 0
      ? await refundCredits({ accountId, credits, note: "Expired before sending" }, tx)
      : null;
  const paid = waiting.filter((row) => row.credits > 0);
  const free = waiting.filter((row) => row.credits === 0);
  const expired = { accountId, status: "expired", at: new Date() } as const;
  const unsent = { ...expired, reason: "not_sent_in_time" };
  await endMessages({ ...unsent, rows: paid, refundId }, tx);
  await endMessages({ ...unsent, rows: free, refundId: null }, tx);
  await endMessages({ ...expired, reason: "no_receipt", rows: handedOver, refundId: null }, tx);
  const events = rows.map((row) => ({
    messageId: row.id,
    test: row.test,
    type: "sms.expired",
    terminal: true,
    source: "worker" as const,
    reason: handedOver.includes(row) ? "no_receipt" : "not_sent_in_time",
  }));
  await recordEvents(accountId, events, tx);
  return rows.map(({ id }) => id);
}
