import { sql } from "drizzle-orm";
import { payments } from "@/drizzle/schema/payments";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

/** Credits an account bought in this calendar month (UTC), net of refunds: they decide the tier of the next purchase. */
export async function getBought({ actor }: { actor: Actor }): Promise<number> {
  demandPermission(actor, "read_credits");
  const [row] = await db().execute<{ sum: string }>(sql`
    select coalesce(sum(credits - reversed_credits), 0) as sum from ${payments}
    where account_id = ${actor.accountId} and status = 'paid' and paid_at >= date_trunc('month', now())`);
  return Number(row?.sum ?? 0);
}
