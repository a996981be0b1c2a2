import { sql } from "drizzle-orm";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import type { Receipt } from "../carriers/carrier";
import { db } from "../core/db";

/** A carrier's report about a message nobody here knows. */
export interface UnmatchedReceipt {
  id: string;
  carrier: string;
  ref: string;
  status: string;
  receivedAt: Date;
  /** Young enough that the answer to the submit may still come. */
  isFresh: boolean;
  raw: unknown;
}

const freshMs = 24 * 3_600_000;

/** The newest reports about unknown messages: those that may still be matched, and those that were not. */
export async function listUnmatched(limit: number): Promise<UnmatchedReceipt[]> {
  const rows = await db()
    .select()
    .from(parkedReceipts)
    .where(
      sql`not exists (select 1 from ${carrierMessages} known
        where known.carrier = ${parkedReceipts.carrier} and known.ref = ${parkedReceipts.ref})`,
    )
    .orderBy(sql`${parkedReceipts.id} desc`)
    .limit(limit);
  return rows.map(({ id, carrier, ref, receipt, receivedAt }) => {
    const { status, raw } = receipt as Pick<Receipt, "status" | "raw">;
    const isFresh = Date.now() - receivedAt.getTime() < freshMs;
    return { id, carrier, ref, status, receivedAt, isFresh, raw };
  });
}
