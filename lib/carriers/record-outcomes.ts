import { and, eq, isNotNull, sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db, type Tx } from "../core/db";
import { log } from "../core/log";
import type { Hold, SubmitOutcome } from "./carrier";

/** Pauses of a carrier that names none: 1 s, 2 s, 4 s … and this at most. */
const longestPauseMs = 10_000;
const jitter = 0.2;

/** Trouble that only the administrator can end. */
const alarms: readonly string[] = ["carrier_unauthorized", "carrier_out_of_credits"];

interface Submitted {
  carrier: string;
  outcomes: SubmitOutcome[];
  isProbe: boolean;
}

/** Closes a carrier's gate after trouble that is the carrier's, and opens it again once it takes messages. */
export async function recordOutcomes({ carrier, outcomes, isProbe }: Submitted): Promise<void> {
  const holds = outcomes.filter((each) => each.kind === "hold");
  const answersWell = outcomes.some(
    ({ kind }) => kind === "accepted" || kind === "refused" || kind === "later",
  );
  const trouble =
    holds.find(({ scope }) => scope === "carrier") ??
    (answersWell ? undefined : holds.find(({ reason }) => reason !== "carrier_busy"));
  if (trouble) await close({ carrier, trouble, isProbe });
  else if (isProbe && outcomes.length > 0) await open(carrier);
  else if (isProbe) await giveBack(carrier);
}

interface Closing {
  carrier: string;
  trouble: Hold;
  isProbe: boolean;
}

async function close({ carrier, trouble, isProbe }: Closing): Promise<void> {
  const { reason, detail } = trouble;
  const isNews = await db().transaction(async (tx) => {
    const before = await lockState(carrier, tx);
    const isFirst = before.reason === null;
    // Batches that were under way together failed of one and the same trouble.
    const failures = isFirst || isProbe ? before.failures + 1 : before.failures;
    const pauseMs = pauseOf(trouble, failures);
    const retryAt = sql`now() + ${pauseMs} * interval '1 millisecond'`;
    await tx
      .update(carrierStates)
      .set({
        reason,
        detail,
        failures,
        retryAt: isFirst || isProbe ? retryAt : sql`greatest(${carrierStates.retryAt}, ${retryAt})`,
        ...(before.reason === reason ? {} : { since: sql`now()` }),
      })
      .where(eq(carrierStates.carrier, carrier));
    return before.reason !== reason;
  });
  if (!isNews) return;
  if (alarms.includes(reason)) log().error({ carrier, reason, detail }, "alarm: messages wait");
  else log().warn({ carrier, reason, detail }, "carrier in trouble, messages wait");
}

async function lockState(carrier: string, tx: Tx): Promise<typeof carrierStates.$inferSelect> {
  const ofCarrier = eq(carrierStates.carrier, carrier);
  await tx.insert(carrierStates).values({ carrier }).onConflictDoNothing();
  const [state] = await tx.select().from(carrierStates).where(ofCarrier).for("update");
  if (!state) throw new Error(`the state of the carrier ${carrier} vanished`);
  return state;
}

function pauseOf({ scope, retryAfterMs }: Hold, failures: number): number {
  // What one message was told to wait says little about the others.
  if (scope === "carrier" && retryAfterMs !== null) return retryAfterMs;
  const pauseMs = Math.min(1000 * 2 ** Math.min(failures - 1, 10), longestPauseMs);
  return pauseMs * (1 - jitter * Math.random());
}

async function open(carrier: string): Promise<void> {
  const [state] = await db()
    .update(carrierStates)
    .set({ reason: null, detail: null, failures: 0, since: sql`now()` })
    .where(and(eq(carrierStates.carrier, carrier), isNotNull(carrierStates.reason)))
    .returning();
  if (state) log().info({ carrier }, "carrier takes messages again");
}

/** A probe that found nothing to send: the next message may try at once. */
async function giveBack(carrier: string): Promise<void> {
  await db()
    .update(carrierStates)
    .set({ retryAt: sql`now()` })
    .where(eq(carrierStates.carrier, carrier));
}
