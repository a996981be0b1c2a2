import { sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";

/** Takes a carrier out of service, or back into it: it gets no new messages, and finishes what it has. */
export async function drainCarrier(carrier: string, draining: boolean): Promise<void> {
  const drainingSince = draining ? sql`now()` : null;
  await db()
    .insert(carrierStates)
    .values({ carrier, drainingSince })
    .onConflictDoUpdate({ target: carrierStates.carrier, set: { drainingSince } });
}
