import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "../core/db";

const maxWaitMs = 1000;
const pauseMs = 20;

/**
 * Resolves once whoever waits for the row of an account at this moment has it, or after a second: others wait meanwhile, and
 * nobody who asks for the row now may come before them. Of a sharded database it sees no waits, and goes on.
 */
export async function awaitSenders(): Promise<void> {
  const endMs = performance.now() + maxWaitMs;
  while (performance.now() < endMs) {
    // PostgreSQL keeps who waits for a row in line by a lock on it, until they have it.
    const waiting = await db().execute(sql`
      select 1 from pg_locks
      where locktype = 'tuple' and relation = 'accounts'::regclass
        and database = (select oid from pg_database where datname = current_database()) limit 1`);
    if (waiting.length === 0) return;
    await pause(pauseMs);
  }
}
