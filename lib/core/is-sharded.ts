import { sql } from "drizzle-orm";
import { db } from "./db";

const found: { answer?: boolean } = {};

/** Whether the database is a Citus cluster; asked once a process, so one that is sharded later needs a restart. */
export async function isSharded(): Promise<boolean> {
  if (found.answer === undefined) {
    const [row] = await db().execute<{ answer: boolean }>(
      sql`select to_regclass('pg_dist_partition') is not null as answer`,
    );
    found.answer = row?.answer ?? false;
  }
  return found.answer;
}
