import { and, eq } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import type { Receipt } from "../carriers/carrier";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { microBatch } from "../queue/micro-batch";
import { publishProgress } from "../queue/notice";
import { applyReceipts } from "./_apply-receipts";
import type { Placed } from "./_placed";

/**
 * Records those receipts whose message is known, durably before it resolves. Returns which of `refs` are
 * known, the receipts' own unless given.
 */
export async function placeReceipts(
  carrier: string,
  receipts: Receipt[],
  refs = receipts.map(({ ref }) => ref),
): Promise<Set<string>> {
  const known = await db()
    .select()
    .from(carrierMessages)
    .where(
      and(eq(carrierMessages.carrier, carrier), anyOf(carrierMessages.ref, [...new Set(refs)])),
    );
  const owners = new Map(known.map((row) => [row.ref, row]));
  const placed = receipts.flatMap((receipt) => {
    const owner = owners.get(receipt.ref);
    return owner ? [{ accountId: owner.accountId, messageId: owner.messageId, receipt }] : [];
  });
  await Promise.all(placed.map((each) => record(each)));
  return new Set(owners.keys());
}

/** Receipts of one account are committed together, in the order they came. */
const record = microBatch<Placed, null>({
  maxBatch: 500,
  keyOf: ({ accountId }) => accountId,
  run: async (accountId, batch) => {
    await db().transaction((tx) => applyReceipts(accountId, batch, tx));
    publishProgress(
      accountId,
      batch.map(({ messageId }) => messageId),
    );
    return batch.map(() => null);
  },
});
