import { sql } from "drizzle-orm";
import { db, type Tx } from "../core/db";
import { env } from "../core/env";
import { log } from "../core/log";
import { dropMonths } from "./drop-months";
import { makeMonths } from "./make-months";
import { type PartitionedTable, partitionedTables } from "./partitioned-tables";

/** How long the rows of some tables are kept; those of the others stay. */
const keptDays: Partial<Record<PartitionedTable, () => number>> = {
  activity_events: () => env().ACTIVITY_DAYS,
  // The simulator recognizes a message that is submitted again, which nobody does after so long.
  simulator_messages: () => 7,
};
const dayMs = 86_400_000;
/** An advisory lock of a transaction; the first number marks it as ours. */
const lock = sql`pg_try_advisory_xact_lock(1684369505, 4)`;

/**
 * Makes the partitions of the coming months, and drops those that are no longer needed. One process does so at a time;
 * another finds nothing to do. Rather than let reading and writing wait for it, it fails, and the worker tries again; the
 * other tables have their turn all the same.
 */
export async function keepMonths(): Promise<void> {
  const failures: unknown[] = [];
  for (const table of Object.keys(partitionedTables) as PartitionedTable[]) {
    await db()
      .transaction((tx) => keepTable(table, tx))
      .catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function keepTable(table: PartitionedTable, tx: Tx): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '2s'`);
  const [row] = await tx.execute<{ is_mine: boolean; now: string }>(
    sql`select ${lock} as is_mine, now() as now`,
  );
  if (!row?.is_mine) return;
  const now = new Date(row.now);
  const made = await makeMonths(table, now, tx);
  const days = keptDays[table]?.();
  const dropped =
    days === undefined ? [] : await dropMonths(table, new Date(now.getTime() - days * dayMs), tx);
  if (made.length + dropped.length > 0) log().info({ table, made, dropped }, "months of a table");
}
