import { eq } from "drizzle-orm";
import { suspensions } from "@/drizzle/schema/accounts";
import type { Actor } from "../core/actor";
import { db } from "../core/db";

export interface Suspension {
  reason: string;
  decidedBy: string;
  suspendedAt: Date;
}

/** Why and since when the actor's account is suspended; undefined when it is not. */
export async function findSuspension({
  actor,
}: {
  actor: Pick<Actor, "accountId">;
}): Promise<Suspension | undefined> {
  const { reason, decidedBy, suspendedAt } = suspensions;
  const [found] = await db()
    .select({ reason, decidedBy, suspendedAt })
    .from(suspensions)
    .where(eq(suspensions.accountId, actor.accountId));
  return found;
}
