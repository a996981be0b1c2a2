import { sql } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

const rowsAtOnce = 1000;
const dayMs = 86_400_000;

/** Deletes links that are too old, some at a time. Returns how many, so that the worker comes back while there are more. */
export async function sweepLinks(): Promise<number> {
  const before = new Date((await databaseNow()).getTime() - daysOf("short_links") * dayMs);
  const deleted = await db().execute(sql`
    delete from ${shortLinks} where code = any(array(
      select code from ${shortLinks} where created_at <= ${before.toISOString()}::timestamptz
      order by created_at limit ${rowsAtOnce}
    )) returning code`);
  return deleted.length;
}
