import { and, eq } from "drizzle-orm";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import type { Receipt } from "../carriers/carrier";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { processWide } from "../core/process-wide";
import { gather } from "../queue/gather";
import { announce } from "../queue/notice";
import { applyReceipts, type Placed } from "./_apply-receipts";

/**
 * Records what a carrier reports, durably before it resolves: state, history, webhook deliveries. At
 * most one receipt ends a message; repeated, late and contradictory ones only join its history. Receipts
 * of messages nobody knows (yet) are kept and matched when the answer to their submit comes. Returns
 * how many were placed and how many are kept.
 */
export async function recordReceipts(
  carrier: string,
  receipts: Receipt[],
): Promise<{ placed: number; parked: number }> {
  const first = await place(carrier, receipts);
  if (first.unknown.length === 0) return { placed: receipts.length, parked: 0 };
  // Written first and looked up again after: the worker does the same the other way round, so at least
  // one of the two sees the other's row.
  await park(carrier, first.unknown);
  const refs = first.unknown.map(({ ref }) => ref);
  const matched = await matchParkedReceipts(carrier, refs);
  return {
    placed: receipts.length - first.unknown.length + matched,
    parked: first.unknown.length - matched,
  };
}

/** Places receipts that were kept for these carrier ids. Returns how many. */
export async function matchParkedReceipts(carrier: string, refs: string[]): Promise<number> {
  if (refs.length === 0) return 0;
  const ofCarrier = and(eq(parkedReceipts.carrier, carrier), anyOf(parkedReceipts.ref, refs));
  const parked = await db()
    .select()
    .from(parkedReceipts)
    .where(ofCarrier)
    .orderBy(parkedReceipts.id);
  if (parked.length === 0) return 0;
  const receipts = parked.map((row) => revive(row.receipt));
  const { unknown } = await place(carrier, receipts);
  const stillUnknown = new Set(unknown.map(({ ref }) => ref));
  const placed = parked.filter(({ ref }) => !stillUnknown.has(ref)).map(({ id }) => id);
  if (placed.length > 0) await db().delete(parkedReceipts).where(anyOf(parkedReceipts.id, placed));
  return placed.length;
}

async function place(carrier: string, receipts: Receipt[]): Promise<{ unknown: Receipt[] }> {
  const refs = [...new Set(receipts.map(({ ref }) => ref))];
  const known = await db()
    .select()
    .from(carrierMessages)
    .where(and(eq(carrierMessages.carrier, carrier), anyOf(carrierMessages.ref, refs)));
  const owners = new Map(known.map((row) => [row.ref, row]));
  const placed = receipts.flatMap((receipt) => {
    const owner = owners.get(receipt.ref);
    return owner ? [{ accountId: owner.accountId, messageId: owner.messageId, receipt }] : [];
  });
  await Promise.all(placed.map((each) => recorder()(each)));
  return { unknown: receipts.filter(({ ref }) => !owners.has(ref)) };
}

/** Receipts of one account are committed together, in the order they came. */
function recorder(): (placed: Placed) => Promise<null> {
  return processWide("receipts", () =>
    gather<Placed, null>({
      maxBatch: 500,
      laneOf: ({ accountId }) => accountId,
      run: async (accountId, batch) => {
        await db().transaction((tx) => applyReceipts(accountId, batch, tx));
        announce(
          accountId,
          batch.map(({ messageId }) => messageId),
        );
        return batch.map(() => null);
      },
    }),
  );
}

async function park(carrier: string, receipts: Receipt[]): Promise<void> {
  await db()
    .insert(parkedReceipts)
    .values(receipts.map((receipt) => ({ id: newId(), carrier, ref: receipt.ref, receipt })));
}

function revive(stored: unknown): Receipt {
  const receipt = stored as Omit<Receipt, "at"> & { at: string | null };
  return { ...receipt, at: receipt.at ? new Date(receipt.at) : null };
}
