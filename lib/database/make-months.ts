import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../core/db";
import { firstIdAt } from "../core/ids";
import { listMonths, type MonthPartition } from "./list-months";
import { type PartitionedTable, partitionedTables } from "./partitioned-tables";

const monthsAhead = 3;
/** More than a database that nobody looked after for years needs at once. */
const maxMonths = 120;

/**
 * Makes the partitions of a table up to three months ahead of `now`, each complete before it is attached: reading and
 * writing go on meanwhile. One that is missing among those to come is made, too. What the default partition took of a month
 * moves to its partition, and meanwhile the table is locked. Returns their names.
 */
export async function makeMonths(table: PartitionedTable, now: Date, tx: Tx): Promise<string[]> {
  const months = await listMonths(table, tx);
  const last = months.at(-1);
  if (!last) return [];
  const end = monthAfter(now, monthsAhead + 1);
  const starts = missingMonths(months, { now, end });
  if (await tookAny(table, starts, tx)) {
    await tx.execute(sql`lock table ${sql.identifier(table)} in access exclusive mode`);
  }
  const made: string[] = [];
  for (const start of starts) made.push(await makeMonth({ table, start, like: last.name }, tx));
  return made;
}

/** The first instants of the months without a partition: this one and those to come, and whatever came after the newest. */
function missingMonths(months: MonthPartition[], { now, end }: { now: Date; end: Date }): Date[] {
  const ends = months.map((month) => month.end.getTime());
  const [oldest, newest] = [Math.min(...ends), Math.max(...ends)];
  const missing: Date[] = [];
  const from = Math.max(oldest, Math.min(newest, monthAfter(now, 0).getTime()));
  for (let start = new Date(from); start < end && missing.length < maxMonths; ) {
    const next = monthAfter(start, 1);
    if (!ends.includes(next.getTime())) missing.push(start);
    start = next;
  }
  return missing;
}

/**
 * Whether the default partition has rows of these months. Who changes such a row while it moves would find it gone, and
 * who stores one would wait for what waits for him.
 */
async function tookAny(table: PartitionedTable, starts: Date[], tx: Tx): Promise<boolean> {
  const key = sql.identifier(partitionedTables[table]);
  for (const start of starts) {
    const [row] = await tx.execute(sql`
      select 1 from ${sql.identifier(`${table}_default`)}
      where ${key} >= ${firstId(start)} and ${key} < ${firstId(monthAfter(start, 1))} limit 1`);
    if (row) return true;
  }
  return false;
}

/** The first instant of the month that many months later. */
function monthAfter(time: Date, months: number): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + months));
}

function firstId(time: Date): SQL {
  return sql.raw(`'${firstIdAt(time.getTime())}'::uuid`);
}

interface Month {
  table: PartitionedTable;
  start: Date;
  /** The partition whose storage settings it takes over: PostgreSQL lets the whole table have none. */
  like: string;
}

async function makeMonth({ table, start, like }: Month, tx: Tx): Promise<string> {
  const name = `${table}_${start.toISOString().slice(0, 7).replace("-", "_")}`;
  const [whole, partition] = [sql.identifier(table), sql.identifier(name)];
  const key = sql.identifier(partitionedTables[table]);
  const [from, to] = [firstId(start), firstId(monthAfter(start, 1))];
  await tx.execute(sql`create table ${partition} (like ${whole} including all)`);
  const [former] = await tx.execute<{ settings: string | null }>(sql`
    select array_to_string(reloptions, ', ') as settings from pg_class where oid = ${like}::regclass`);
  if (former?.settings) {
    await tx.execute(sql`alter table ${partition} set (${sql.raw(former.settings)})`);
  }
  await tx.execute(sql`
    with moved as (
      delete from ${sql.identifier(`${table}_default`)} where ${key} >= ${from} and ${key} < ${to} returning *
    ) insert into ${partition} select * from moved`);
  await tx.execute(sql`
    alter table ${whole} attach partition ${partition} for values from (${from}) to (${to})`);
  return name;
}
