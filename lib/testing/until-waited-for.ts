import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { db, type Tx } from "../core/db";

/** Resolves when somebody waits for what this transaction holds. */
export async function untilWaitedFor(tx: Tx): Promise<void> {
  const [mine] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const waiting = sql`select 1 from pg_stat_activity where ${mine?.pid ?? 0}::int = any(pg_blocking_pids(pid))`;
  await expect.poll(async () => (await db().execute(waiting)).length).toBeGreaterThan(0);
}
