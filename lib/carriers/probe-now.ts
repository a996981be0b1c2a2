import { sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";

/** Has a carrier whose circuit is open probed at once instead of at the end of its pause. Returns whether it was open. */
export async function probeNow(carrier: string): Promise<boolean> {
  const rows = await db()
    .update(carrierStates)
    .set({ retryAt: sql`now()` })
    .where(sql`${carrierStates.carrier} = ${carrier} and ${carrierStates.state} = 'open'`)
    .returning({ carrier: carrierStates.carrier });
  return rows.length > 0;
}
