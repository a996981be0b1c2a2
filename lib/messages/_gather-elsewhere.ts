import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { notAmong } from "./assign-carriers";
import { waiting } from "./claim-messages";

/** Reads all waiting messages for their accounts: each shard has a part of them, and all shards read at once. */
export async function gatherElsewhere(known: string[]): Promise<string[]> {
  const rows = await db().execute<{ account_id: string }>(sql`
    select distinct account_id from ${messages}
    where ${waiting} and carrier is not null and ${notAmong(known)} order by account_id`);
  return rows.map((row) => row.account_id);
}
