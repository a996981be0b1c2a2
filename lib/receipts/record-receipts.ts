import { parkedReceipts } from "@/drizzle/schema/carriers";
import type { Receipt } from "../carriers/carrier";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { adoptRefs } from "./_adopt-refs";
import { placeReceipts } from "./_place-receipts";
import { withoutQuotes } from "./_without-quotes";
import { matchParkedReceipts } from "./match-parked-receipts";

/**
 * Records what a carrier reports, durably before it resolves: state, history, webhook deliveries. At
 * most one receipt ends a message; repeated, late and contradictory ones only join its history. Receipts
 * of messages nobody knows (yet) are kept and matched when the answer to their submit comes, or when it is
 * clear that none will. Returns how many were placed and how many are kept.
 */
export async function recordReceipts(
  carrier: string,
  receipts: Receipt[],
): Promise<{ placed: number; parked: number }> {
  const known = await placeReceipts(carrier, receipts);
  const unknown = receipts.filter(({ ref }) => !known.has(ref));
  if (unknown.length === 0) return { placed: receipts.length, parked: 0 };
  // Written first and looked up again after: the worker does the same the other way round, so at least
  // one of the two sees the other's row.
  await park(carrier, unknown);
  const refs = [...new Set(unknown.map(({ ref }) => ref))];
  if (unknown.some(({ messageId }) => messageId)) await adoptRefs({ carrier, refs });
  const byNow = await matchParkedReceipts(carrier, refs);
  const parked = unknown.filter(({ ref }) => !byNow.has(ref)).length;
  return { placed: receipts.length - parked, parked };
}

/**
 * A carrier that is told 404 repeats itself; each state is kept once. Whether the text of its message may be stored is not
 * known, so what may repeat it is not.
 */
async function park(carrier: string, receipts: Receipt[]): Promise<void> {
  await db()
    .insert(parkedReceipts)
    .values(
      receipts.map(withoutQuotes).map((receipt) => {
        const { ref, status } = receipt;
        return { id: newId(), carrier, ref, status, receipt };
      }),
    )
    .onConflictDoNothing();
}
