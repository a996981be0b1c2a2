import { sql } from "drizzle-orm";
import { apiRequests } from "@/drizzle/schema/requests";
import { db } from "../core/db";
import { firstIdAt } from "../core/ids";
import { daysOf } from "../retention/kept";

const dayMs = 86_400_000;
/** Rows of one commit. */
const maxTogether = 5000;

/**
 * Deletes requests that are older than a week, some of them. Returns how many, so that the worker comes back at once while
 * there are more. Whole months are dropped later, when nothing is in them any more.
 */
export async function sweepRequests(): Promise<number> {
  const before = firstIdAt(Date.now() - daysOf("api_requests") * dayMs);
  const [last] = await db().execute<{ id: string }>(sql`
    select id from ${apiRequests} where id < ${before}::uuid
    order by id limit 1 offset ${maxTogether - 1}`);
  const isOver = last ? sql`id <= ${last.id}::uuid` : sql`id < ${before}::uuid`;
  const deleted = await db().execute(sql`
    delete from ${apiRequests} where ${isOver} returning true`);
  return deleted.length;
}
