import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";

/** Some of the accounts with a campaign that has ended and whose texts are not to be stored. */
export async function listUnkeptAccounts(limit: number): Promise<string[]> {
  const rows = await db().execute<{ account_id: string }>(sql`
    select distinct account_id from ${campaigns}
    where body_storage is not null and body_erased_at is null and ended_at is not null
    limit ${limit}`);
  return rows.map(({ account_id }) => account_id);
}
