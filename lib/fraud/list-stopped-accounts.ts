import { sql } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** An account that asks for codes which nobody enters, or for too many. */
export interface StoppedAccount {
  accountId: string;
  /** Its ranges that get no codes now. */
  ranges: number;
  since: Date;
}

/**
 * The accounts whose verifications are stopped for some ranges now, those with the most ranges first. Throws forbidden
 * unless the actor is an administrator.
 */
export async function listStoppedAccounts({
  actor,
  input: { limit },
}: {
  actor: Actor;
  input: { limit: number };
}): Promise<StoppedAccount[]> {
  demandAdmin(actor);
  const rows = await db().execute<{ accountId: string; ranges: number; since: string }>(sql`
    select account_id as "accountId", count(*)::int as "ranges", min(stopped_at) as "since"
    from ${verificationStops} where lifted_at is null and until > now()
    group by account_id order by count(*) desc, account_id limit ${limit}`);
  return rows.map(({ accountId, ranges, since }) => {
    return { accountId, ranges, since: new Date(since) };
  });
}
