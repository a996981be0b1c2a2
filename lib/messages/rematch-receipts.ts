import { and, eq } from "drizzle-orm";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { matchParkedReceipts } from "./record-receipts";

const batchSize = 500;

/**
 * Places kept receipts whose message has become known. Usually the worker does so right after the
 * carrier's answer; this finds those whose worker died in that instant. Returns how many were placed.
 */
export async function rematchReceipts(): Promise<number> {
  const rows = await db()
    .selectDistinct({ carrier: parkedReceipts.carrier, ref: parkedReceipts.ref })
    .from(parkedReceipts)
    .innerJoin(
      carrierMessages,
      and(
        eq(carrierMessages.carrier, parkedReceipts.carrier),
        eq(carrierMessages.ref, parkedReceipts.ref),
      ),
    )
    .limit(batchSize);
  let placed = 0;
  for (const carrier of new Set(rows.map((row) => row.carrier))) {
    const refs = rows.filter((row) => row.carrier === carrier).map(({ ref }) => ref);
    placed += await matchParkedReceipts(carrier, refs);
  }
  return placed;
}
