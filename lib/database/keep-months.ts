import { sql } from "drizzle-orm";
import { db, type Tx } from "../core/db";
import { env } from "../core/env";
import { log } from "../core/log";
import { daysOf } from "../retention/kept";
import { readLimits } from "../retention/read-limits";
import { recordGone } from "../retention/record-gone";
import { dropMonths } from "./drop-months";
import { makeMonths } from "./make-months";
import { type PartitionedTable, partitionedTables } from "./partitioned-tables";

const dayMs = 86_400_000;
/** An advisory lock of a transaction; the first number marks it as ours. */
const lock = sql`pg_try_advisory_xact_lock(1684369505, 4)`;

/**
 * Makes the partitions of the coming months, and drops those that are no longer needed. One process does so at a time;
 * another finds nothing to do. Rather than let reading and writing wait for it, it fails, and the worker tries again; the
 * other tables have their turn all the same.
 */
export async function keepMonths(): Promise<void> {
  const keptDays = await readDays();
  const failures: unknown[] = [];
  for (const table of Object.keys(partitionedTables) as PartitionedTable[]) {
    await db()
      .transaction((tx) => keepTable({ table, days: keptDays[table] }, tx))
      .catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

/** For how long the rows of each table are kept; null for ever. */
async function readDays(): Promise<Record<PartitionedTable, number | null>> {
  const { attempts, events } = await readLimits();
  return {
    activity_events: env().ACTIVITY_DAYS,
    api_requests: daysOf("api_requests"),
    delivered_parts: daysOf("delivered_parts"),
    message_events: events,
    simulator_messages: daysOf("simulator_messages"),
    webhook_attempts: attempts,
  };
}

interface Kept {
  table: PartitionedTable;
  days: number | null;
}

async function keepTable({ table, days }: Kept, tx: Tx): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '2s'`);
  const [row] = await tx.execute<{ is_mine: boolean; now: string }>(
    sql`select ${lock} as is_mine, now() as now`,
  );
  if (!row?.is_mine) return;
  const now = new Date(row.now);
  const made = await makeMonths(table, now, tx);
  const dropped = days === null ? [] : await drop({ table, days }, now, tx);
  if (made.length + dropped.length > 0) log().info({ table, made, dropped }, "months of a table");
}

async function drop(
  { table, days }: { table: PartitionedTable; days: number },
  now: Date,
  tx: Tx,
): Promise<string[]> {
  const until = new Date(now.getTime() - days * dayMs);
  const dropped = await dropMonths(table, until, tx);
  if (table === "message_events" && dropped.length > 0) {
    await recordGone({ kind: "events", days, until }, tx);
  }
  return dropped;
}
