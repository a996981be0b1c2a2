import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { notAmong } from "./assign-carriers";
import { waiting } from "./claim-messages";

/** Takes a step of the index for each queue, whatever the number of its messages. */
export async function walkElsewhere(known: string[]): Promise<string[]> {
  const queue = sql`account_id, test, carrier`;
  const next = sql`select ${queue} from ${messages} where ${waiting} and carrier is not null`;
  const rows = await db().execute<{ account_id: string }>(sql`
    with recursive walk as (
      (${next} order by ${queue} limit 1)
      union all
      select behind.* from walk cross join lateral (
        ${next} and (${queue}) > (walk.account_id, walk.test, walk.carrier) order by ${queue} limit 1
      ) as behind
    )
    select distinct account_id from walk where ${notAmong(known)} order by account_id`);
  return rows.map((row) => row.account_id);
}
