import { sql } from "drizzle-orm";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { adoptRefs } from "./_adopt-refs";
import { matchParkedReceipts } from "./match-parked-receipts";

const batchSize = 500;

/**
 * Places every kept receipt whose message is known: those of a process that died between the answer to
 * its submit and the match, and those that came before it was clear that no answer would. Returns how many carrier ids it
 * found.
 */
export async function matchUnmatchedReceipts(): Promise<number> {
  await adoptRefs();
  const rows = await db()
    .selectDistinct({ carrier: parkedReceipts.carrier, ref: parkedReceipts.ref })
    .from(parkedReceipts)
    .innerJoin(
      carrierMessages,
      sql`${carrierMessages.carrier} = ${parkedReceipts.carrier} and ${carrierMessages.ref} = ${parkedReceipts.ref}`,
    )
    .limit(batchSize);
  for (const carrier of new Set(rows.map((row) => row.carrier))) {
    const refs = rows.filter((row) => row.carrier === carrier).map(({ ref }) => ref);
    await matchParkedReceipts(carrier, refs);
  }
  return rows.length;
}
