import { sql } from "drizzle-orm";
import { deliveredParts } from "@/drizzle/schema/messages";
import type { Receipt } from "../carriers/carrier";
import type { Tx } from "../core/db";
import { setParts } from "../messages/set-parts";
import type { Placed } from "./_placed";

/** In how many parts a message went out; null if nobody has said so. */
interface MessageParts {
  parts: number | null;
  segments: number;
}

interface Reported {
  accountId: string;
  batch: Placed[];
  states: Map<string, MessageParts>;
}

/**
 * Receipts in order, where a carrier reports each part by itself: a part that was delivered says `sent`, and only the
 * last one says that the message was delivered. A part that failed fails the message. The rows are locked.
 */
export async function withWholeDeliveries(reported: Reported, tx: Tx): Promise<Placed[]> {
  const { accountId, batch, states } = reported;
  await learnParts(reported, tx);
  const ofParts = batch.filter(({ messageId, receipt }) =>
    isOfPart(receipt, states.get(messageId)),
  );
  if (ofParts.length === 0) return batch;
  const complete = await countParts(accountId, ofParts, tx);
  return batch.map((placed) => {
    const { messageId, receipt } = placed;
    const state = states.get(messageId);
    if (!isOfPart(receipt, state)) return placed;
    const isWhole = (complete.get(messageId) ?? 0) >= partsOf(state);
    return isWhole ? placed : { ...placed, receipt: { ...receipt, status: "sent" as const } };
  });
}

/** A carrier that says in how many parts a message went out knows it better than we do. */
async function learnParts({ accountId, batch, states }: Reported, tx: Tx): Promise<void> {
  for (const { messageId, receipt } of batch) {
    const state = states.get(messageId);
    if (!state || receipt.parts === undefined || state.parts === receipt.parts) continue;
    state.parts = receipt.parts;
    await setParts({ accountId, id: messageId, parts: receipt.parts }, tx);
  }
}

function isOfPart(receipt: Receipt, state: MessageParts | undefined): state is MessageParts {
  if (receipt.status !== "delivered" || !state) return false;
  return (state.parts ?? 1) > 1 || (receipt.part !== undefined && partsOf(state) > 1);
}

function partsOf({ parts, segments }: MessageParts): number {
  return parts ?? segments;
}

/** Stores the parts that were delivered, each once. Returns how many there are of each message by now. */
async function countParts(
  accountId: string,
  ofParts: Placed[],
  tx: Tx,
): Promise<Map<string, number>> {
  await tx
    .insert(deliveredParts)
    .values(
      ofParts.map(({ messageId, receipt: { part, ref } }) => {
        return { accountId, messageId, part: part ?? ref };
      }),
    )
    .onConflictDoNothing();
  const ids = [...new Set(ofParts.map(({ messageId }) => messageId))];
  const counted = await tx.execute<{ id: string; parts: number }>(sql`
    select message_id as id, count(*)::int as parts from ${deliveredParts}
    where account_id = ${accountId} and message_id = any(${`{${ids.join(",")}}`}::uuid[])
    group by message_id`);
  return new Map(counted.map(({ id, parts }) => [id, parts]));
}
