import { sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import type { InboundMessage } from "../carriers/carrier";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { storableJson } from "../core/storable-text";
import { enqueueDeliveriesClause } from "../deliveries/enqueue-deliveries-clause";
import { applyKeywords, type KeywordReply } from "../opt-outs/apply-keywords";
import { readKeyword } from "../opt-outs/read-keyword";
import { matchAccounts } from "./_match-accounts";
import { sendersBehind } from "./_senders-behind";

type InboundRow = typeof inboundMessages.$inferSelect;

/**
 * Stores whole messages that have not been stored before, with a delivery for each endpoint that wants `sms.received`,
 * and does what their keywords ask for. Returns the rows that are new.
 */
export async function storeInbound(
  carrier: string,
  inbound: InboundMessage[],
  tx: Tx,
): Promise<InboundRow[]> {
  if (inbound.length === 0) return [];
  // One order for everybody, so that two callbacks with the same messages cannot wait for each other.
  const sorted = inbound.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  const matches = await matchAccounts(carrier, sorted, tx);
  const now = new Date();
  const rows = sorted.map((message, place) => ({
    id: newId(),
    carrier,
    ref: message.ref,
    from: message.from,
    body: message.body,
    keyword: readKeyword(message.body),
    at: message.at ?? now,
    receivedAt: now,
    raw: storableJson(message.raw) ?? null,
    ...(matches[place] ?? { accountId: null, to: "", test: false, inReplyTo: null }),
  }));
  const stored = await tx.insert(inboundMessages).values(rows).onConflictDoNothing().returning();
  await enqueueReceived(stored, tx);
  const replies: KeywordReply[] = [];
  for (const { accountId, keyword, ...reply } of stored) {
    if (!accountId || !keyword) continue;
    const senders = await sendersBehind({ accountId, ...reply }, tx);
    replies.push({ accountId, keyword, senders, ...reply });
  }
  await applyKeywords(replies, tx);
  return stored;
}

/** The event has the ID of the message: each message makes one. */
async function enqueueReceived(stored: InboundRow[], tx: Tx): Promise<void> {
  const accountIds = [...new Set(stored.flatMap(({ accountId }) => accountId ?? []))].sort();
  for (const accountId of accountIds) {
    const happened = stored
      .filter((row) => row.accountId === accountId)
      .map(({ id, test }) => ({ id, test }));
    await tx.execute(sql`
      with happened as (
        select id, id as message_id, 'sms.received' as type, true as terminal, test
        from jsonb_to_recordset(${JSON.stringify(happened)}::jsonb) as r(id uuid, test boolean)
      )
      ${enqueueDeliveriesClause(accountId)}`);
  }
}
