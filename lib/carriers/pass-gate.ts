import { and, eq, sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";

/** How long the one that may try has for it before another may; as long as a lease on messages. */
const probeSeconds = 20;

/**
 * Whether messages may go to a carrier now. After trouble (`recordOutcomes`) nobody passes until it is
 * time to try again, and then one process alone, with a few messages.
 */
export type Passage = { kind: "open" | "probe" } | { kind: "closed"; reason: string; since: Date };

export async function passGate(carrier: string): Promise<Passage> {
  const ofCarrier = eq(carrierStates.carrier, carrier);
  const [state] = await db().select().from(carrierStates).where(ofCarrier);
  if (!state?.reason) return { kind: "open" };
  const [mine] = await db()
    .update(carrierStates)
    .set({ retryAt: sql`now() + ${probeSeconds} * interval '1 second'` })
    .where(
      and(
        ofCarrier,
        sql`${carrierStates.reason} is not null and ${carrierStates.retryAt} <= now()`,
      ),
    )
    .returning({ carrier: carrierStates.carrier });
  return mine ? { kind: "probe" } : { kind: "closed", reason: state.reason, since: state.since };
}
