import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "../core/db";

/** Resolves when so many statements in this database wait for a lock; for tests with a database of their own. */
export async function untilWaiting(statements: number): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await db().execute(waiting)).length).toBe(statements);
}
