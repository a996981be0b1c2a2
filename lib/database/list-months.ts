import { sql } from "drizzle-orm";
import type { Tx } from "../core/db";
import type { PartitionedTable } from "./partitioned-tables";

/** A partition with the rows of a month; the oldest may have those of all months before it, too. */
export interface MonthPartition {
  name: string;
  /** The first instant after its last month (UTC). */
  end: Date;
}

/** The partitions of a table that end with a month, oldest first; the one for whatever is outside of them is not among them. */
export async function listMonths(table: PartitionedTable, tx: Tx): Promise<MonthPartition[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = ${table}::regclass`);
  return rows
    .flatMap(({ name }) => {
      const [, year, month] = /_(\d{4})_(\d{2})$/.exec(name) ?? [];
      return year && month ? [{ name, end: new Date(Date.UTC(Number(year), Number(month))) }] : [];
    })
    .sort((one, other) => one.end.getTime() - other.end.getTime());
}
