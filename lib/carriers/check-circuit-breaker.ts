import { and, eq, sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { attemptWindow } from "./_attempt-window";

/** How long the process that probes has for it before another may; as long as a lease on messages. */
const probeSeconds = 20;

/** `half_open` is for the one process that probes; the others see `open` until it is done. */
export type CircuitState = { drainingSince: Date | null } & (
  | { state: "closed" | "half_open" }
  | { state: "open"; reason: string; since: Date }
);

/**
 * Whether messages may go to a carrier now. While its circuit is open they wait; when it is time, one process
 * may probe with a few messages.
 */
export async function checkCircuitBreaker(carrier: string): Promise<CircuitState> {
  const window = attemptWindow(carrier);
  const ofCarrier = eq(carrierStates.carrier, carrier);
  const [row] = await db().select().from(carrierStates).where(ofCarrier);
  if (!row) return { state: "closed", drainingSince: null };
  const { drainingSince } = row;
  window.observe(row.state, row.since);
  if (row.state === "closed") return { state: "closed", drainingSince };
  const [mine] = await db()
    .update(carrierStates)
    .set({ state: "half_open", retryAt: sql`now() + ${probeSeconds} * interval '1 second'` })
    .where(
      and(ofCarrier, sql`${carrierStates.state} <> 'closed' and ${carrierStates.retryAt} <= now()`),
    )
    .returning({ carrier: carrierStates.carrier });
  if (!mine) {
    const { reason, since } = row;
    return { state: "open", reason: reason ?? "carrier_down", since, drainingSince };
  }
  window.reset();
  return { state: "half_open", drainingSince };
}
