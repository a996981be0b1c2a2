import { and, eq, sql } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { activityEvents } from "@/drizzle/schema/activity";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

/**
 * Erases who and what an account's events name, and what its people are called where they acted as administrators. That
 * something was done, and when, stays until its month is dropped.
 */
export async function eraseActivity(accountId: string, tx: Tx): Promise<void> {
  const nobody = { actorLabel: null, address: null, userAgent: null };
  await tx
    .update(activityEvents)
    .set({ ...nobody, targetLabel: null, before: null, after: null })
    .where(eq(activityEvents.accountId, accountId));
  const people = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.accountId, accountId));
  const ids = people.map(({ id }) => id);
  await tx
    .update(activityEvents)
    .set(nobody)
    .where(and(sql`${activityEvents.actorKind} = 'admin'`, anyOf(activityEvents.actorId, ids)));
}
