import { eq, sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db, type Tx } from "../core/db";
import { log } from "../core/log";
import { attemptWindow } from "./_attempt-window";
import type { Requeue } from "./carrier";

/** Pauses before the next probe: 1 s, 2 s, 4 s … and this at most, unless the carrier names a longer one. */
const maxPauseMs = 10_000;
const jitter = 0.2;

/** Trouble that only the administrator can end. */
const alarms: readonly string[] = ["carrier_unauthorized", "carrier_out_of_credits"];

interface Opening {
  carrier: string;
  trouble: Requeue;
  isProbe: boolean;
}

/** Opens a carrier's circuit for all processes, or keeps it open after a probe that failed. */
export async function openCircuit({ carrier, trouble, isProbe }: Opening): Promise<void> {
  const { reason, detail } = trouble;
  const { state, isNews } = await db().transaction(async (tx) => {
    const before = await lockState(carrier, tx);
    // Others that were under way failed of the same trouble, and have opened it already.
    if (before.state !== "closed" && !isProbe) return { state: before, isNews: false };
    const failures = before.failures + 1;
    const [after] = await tx
      .update(carrierStates)
      .set({
        state: "open",
        reason,
        detail,
        failures,
        retryAt: sql`now() + ${pauseOf(trouble, failures)} * interval '1 millisecond'`,
        ...(before.reason === reason ? {} : { since: sql`now()` }),
      })
      .where(eq(carrierStates.carrier, carrier))
      .returning();
    return { state: after ?? before, isNews: before.reason !== reason };
  });
  const window = attemptWindow(carrier);
  window.observe("open", state.since);
  // Batches in progress beside this one end with it.
  window.trouble = trouble;
  if (!isNews) return;
  if (alarms.includes(reason))
    log().error({ carrier, reason, detail }, "alarm: messages are queued");
  else log().warn({ carrier, reason, detail }, "carrier in trouble, messages are queued");
}

async function lockState(carrier: string, tx: Tx): Promise<typeof carrierStates.$inferSelect> {
  const ofCarrier = eq(carrierStates.carrier, carrier);
  await tx.insert(carrierStates).values({ carrier }).onConflictDoNothing();
  const [state] = await tx.select().from(carrierStates).where(ofCarrier).for("update");
  if (!state) throw new Error(`the state of the carrier ${carrier} vanished`);
  return state;
}

function pauseOf({ retryAfterMs }: Requeue, failures: number): number {
  const pauseMs = Math.min(1000 * 2 ** Math.min(failures - 1, 10), maxPauseMs);
  return Math.max(pauseMs * (1 - jitter * Math.random()), retryAfterMs ?? 0);
}
