import { type SQL, sql } from "drizzle-orm";
import { activityEvents } from "@/drizzle/schema/activity";
import type { Tx } from "../core/db";

/**
 * Erases who acted as an administrator in up to `limit` events for which a condition on `e` holds, and that still say so,
 * in whichever account they are. Returns how many.
 */
export async function eraseActors(
  { which, limit }: { which: SQL; limit: number },
  tx: Tx,
): Promise<number> {
  const found = await tx.execute<{ account_id: string; id: string }>(sql`
    select e.account_id, e.id from ${activityEvents} e
    where e.actor_kind = 'admin' and e.actor_label is not null and ${which} limit ${limit}`);
  if (found.length === 0) return 0;
  await tx.execute(sql`
    update ${activityEvents} e set actor_label = null, address = null, user_agent = null
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as found(account_id uuid, id uuid)
    where e.account_id = found.account_id and e.id = found.id`);
  return found.length;
}
