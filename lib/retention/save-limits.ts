import { sql } from "drizzle-orm";
import { retentionLimits } from "@/drizzle/schema/retention";
import { type Actor, demandAdmin } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { RetentionInput, retentionKinds } from "./contract";

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
  await db()
    .insert(retentionLimits)
    .values(rows)
    .onConflictDoUpdate({
      target: retentionLimits.kind,
      set: { days: sql`excluded.days`, setAt },
    });
}
