import { sql } from "drizzle-orm";
import { onboarding, refusedRequests } from "@/drizzle/schema/onboarding";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

/** Forgets refused requests after a week, and those of accounts that have come to their first delivery. */
export async function sweepRefusals(): Promise<void> {
  await db().execute(sql`
    delete from ${refusedRequests} r
    where r.at < now() - ${daysOf("refused_requests")} * interval '1 day' or exists (
      select 1 from ${onboarding} o where o.account_id = r.account_id and o.first_delivered_at is not null)`);
}
