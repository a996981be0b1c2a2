import { sql } from "drizzle-orm";
import { retentionLimits } from "@/drizzle/schema/retention";
import { changesBetween } from "../activity/changes-between";
import type { Facts } from "../activity/contract";
import { recordActivity } from "../activity/record-activity";
import { installationId } from "../activity/who";
import { type Actor, demandAdmin } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { type RetentionDays, RetentionInput, retentionKinds } from "./contract";
import { lockLimits } from "./read-limits";

interface Wanted {
  actor: Actor;
  /** A `RetentionInput` that nobody has checked. */
  input: unknown;
}

/**
 * Keeps how long the installation keeps things at most. What is older is erased within a day. Throws invalid_request, and
 * forbidden unless the actor administers the installation.
 */
export async function saveLimits({ actor, input }: Wanted): Promise<void> {
  demandAdmin(actor);
  const wanted = parseInput(RetentionInput, input);
  const setAt = await databaseNow();
  const rows = retentionKinds.map((kind) => ({ kind, days: wanted[kind], setAt }));
  await db().transaction(async (tx) => {
    const before = await lockLimits(tx);
    await tx
      .insert(retentionLimits)
      .values(rows)
      .onConflictDoUpdate({
        target: retentionLimits.kind,
        set: { days: sql`excluded.days`, setAt },
      });
    const changes = changesBetween(factsOf(before), factsOf(wanted));
    if (!changes) return;
    const event = { actor, accountId: installationId, ...changes };
    await recordActivity({ ...event, action: "settings.changed" }, tx);
  });
}

function factsOf({ texts, events, attempts }: RetentionDays): Facts {
  return { text_days: texts, event_days: events, attempt_days: attempts };
}
