import { sql } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { recordActivity } from "../activity/record-activity";
import { installationId } from "../activity/who";
import type { Actor } from "../core/actor";
import { db } from "../core/db";

interface Wanted {
  actor: Actor;
  input: { carrier: string; draining: boolean };
}

/** Takes a carrier out of service, or back into it: it gets no new messages, and finishes what it has. */
export async function drainCarrier({ actor, input }: Wanted): Promise<void> {
  const { carrier, draining } = input;
  const drainingSince = draining ? sql`now()` : null;
  await db().transaction(async (tx) => {
    await tx
      .insert(carrierStates)
      .values({ carrier, drainingSince })
      .onConflictDoUpdate({ target: carrierStates.carrier, set: { drainingSince } });
    const action = draining ? "carrier.drained" : "carrier.enabled";
    const target = { name: carrier };
    await recordActivity({ actor, accountId: installationId, action, target }, tx);
  });
}
