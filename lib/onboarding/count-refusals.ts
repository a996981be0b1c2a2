import { sql } from "drizzle-orm";
import { refusedRequests } from "@/drizzle/schema/onboarding";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** The rejected requests of new accounts with one code. */
export interface RefusalCount {
  status: number;
  code: string;
  /** In the last 24 hours, and in the last seven days. */
  day: number;
  week: number;
  /** How many accounts they are of. */
  accounts: number;
}

/** There are twenty of an account at most. */
const maxCounted = 100_000;
const maxCodes = 50;

/**
 * The API requests of the last seven days that were rejected before the first delivery of their account, by code, most of
 * them first. Of each account the newest twenty are stored. Throws forbidden unless the actor is an administrator.
 */
export async function countRefusals({ actor }: { actor: Actor }): Promise<RefusalCount[]> {
  demandAdmin(actor);
  return db().execute<RefusalCount & Record<string, unknown>>(sql`
    select status, code, count(*) filter (where at > now() - interval '1 day')::int as day,
      count(*)::int as week, count(distinct account_id)::int as accounts
    from (
      select account_id, at, status, code from ${refusedRequests}
      where at > now() - interval '7 days' limit ${maxCounted}
    ) as lately
    group by status, code order by week desc, code limit ${maxCodes}`);
}
