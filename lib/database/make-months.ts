import { sql } from "drizzle-orm";
import type { Tx } from "../core/db";
import { firstIdAt } from "../core/ids";
import { listMonths } from "./list-months";
import { type PartitionedTable, partitionedTables } from "./partitioned-tables";

const monthsAhead = 3;
/** More than a database that nobody looked after for years needs at once. */
const maxMonths = 120;

/**
 * Makes the partitions of a table up to three months ahead of `now`, each complete before it is attached: reading and
 * writing go on meanwhile. What the default partition took of a month moves to its partition. Returns their names.
 */
export async function makeMonths(table: PartitionedTable, now: Date, tx: Tx): Promise<string[]> {
  const months = await listMonths(table, tx);
  const last = months.at(-1);
  if (!last) return [];
  const made: string[] = [];
  const end = monthAfter(now, monthsAhead + 1);
  for (let start = last.end; start < end && made.length < maxMonths; start = monthAfter(start, 1)) {
    made.push(await makeMonth({ table, start, like: last.name }, tx));
  }
  return made;
}

/** The first instant of the month that many months later. */
function monthAfter(time: Date, months: number): Date {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + months));
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
  const [from, to] = [start, monthAfter(start, 1)].map((time) =>
    sql.raw(`'${firstIdAt(time.getTime())}'::uuid`),
  );
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
