import { sql } from "drizzle-orm";
import type { Tx } from "../core/db";
import { firstIdAt } from "../core/ids";
import { listMonths } from "./list-months";
import { type PartitionedTable, partitionedTables } from "./partitioned-tables";

/**
 * Drops the partitions of a table that ended before a time, and deletes what is older than that in its default partition.
 * A month that is not over by then stays whole. Returns the names of what was dropped, or
 * lost rows.
 */
export async function dropMonths(table: PartitionedTable, before: Date, tx: Tx): Promise<string[]> {
  const months = await listMonths(table, tx);
  // One stays, so that the next months have something to follow.
  const over = months.slice(0, -1).filter(({ end }) => end <= before);
  for (const { name } of over) await tx.execute(sql`drop table ${sql.identifier(name)}`);
  const rest = `${table}_default`;
  const deleted = await tx.execute(sql`
    delete from ${sql.identifier(rest)}
    where ${sql.identifier(partitionedTables[table])} < ${firstIdAt(before.getTime())}::uuid
    returning true`);
  const names = over.map(({ name }) => name);
  return deleted.length > 0 ? [...names, rest] : names;
}
