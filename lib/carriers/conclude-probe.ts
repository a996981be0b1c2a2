import { and, eq, ne, sql } from "drizzle-orm";
import { carrierAttempts, carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { log } from "../core/log";
import { attemptWindow, failureOf, ofAll } from "./_attempt-window";
import { openCircuit } from "./_open-circuit";
import { shareAttempts } from "./_share-attempts";
import type { SubmitOutcome } from "./carrier";

/** Closes a half-open circuit if at least half of the probe's attempts succeeded, else opens it again. */
export async function concludeProbe(carrier: string, outcomes: SubmitOutcome[]): Promise<void> {
  const attempts = outcomes.filter(({ kind }) => kind !== "skipped");
  const failures = attempts.map(failureOf).filter((each) => each !== undefined);
  const pause = failures.find(({ scope }) => scope === "pause");
  const trouble = pause ?? (failures.length * 2 > attempts.length ? failures.at(-1) : undefined);
  if (attempts.length === 0) return releaseClaims(carrier);
  if (!trouble) return close(carrier);
  const certain = failures.filter(({ scope }) => scope === "carrier").length;
  const counts = { attempts: attempts.length, failures: failures.length, certain };
  await shareAttempts({ carrier, counts, detail: trouble.detail });
  await openCircuit({ carrier, trouble: ofAll(trouble), isProbe: true });
}

async function close(carrier: string): Promise<void> {
  const state = await db().transaction(async (tx) => {
    const [closed] = await tx
      .update(carrierStates)
      .set({ state: "closed", reason: null, detail: null, failures: 0, since: sql`now()` })
      .where(and(eq(carrierStates.carrier, carrier), ne(carrierStates.state, "closed")))
      .returning();
    // What failed before says nothing about the carrier as it is now.
    await tx.delete(carrierAttempts).where(eq(carrierAttempts.carrier, carrier));
    return closed;
  });
  if (!state) return;
  attemptWindow(carrier).observe("closed", state.since);
  log().info({ carrier }, "carrier accepts messages again");
}

/** A probe that found nothing to send: the next message may be the next probe. */
async function releaseClaims(carrier: string): Promise<void> {
  await db()
    .update(carrierStates)
    .set({ state: "open", retryAt: sql`now()` })
    .where(eq(carrierStates.carrier, carrier));
}
