import { and, eq } from "drizzle-orm";
import { parkedReceipts } from "@/drizzle/schema/carriers";
import type { Receipt } from "../carriers/carrier";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { placeReceipts } from "./_place-receipts";

/** Places receipts that were kept for these carrier IDs. Returns the IDs for which none is kept any more. */
export async function matchParkedReceipts(carrier: string, refs: string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const parked = await db()
    .select()
    .from(parkedReceipts)
    .where(and(eq(parkedReceipts.carrier, carrier), anyOf(parkedReceipts.ref, refs)))
    .orderBy(parkedReceipts.id);
  if (parked.length === 0) return new Set(refs);
  const receipts = parked.map((row) => revive(row.receipt));
  const known = await placeReceipts(carrier, receipts);
  const placed = parked.filter(({ ref }) => known.has(ref)).map(({ id }) => id);
  if (placed.length > 0) await db().delete(parkedReceipts).where(anyOf(parkedReceipts.id, placed));
  const kept = new Set(parked.map(({ ref }) => ref));
  return new Set(refs.filter((ref) => known.has(ref) || !kept.has(ref)));
}

function revive(stored: unknown): Receipt {
  const receipt = stored as Omit<Receipt, "at"> & { at: string | null };
  return { ...receipt, at: receipt.at ? new Date(receipt.at) : null };
}
