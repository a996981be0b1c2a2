import { type Column, type SQL, sql } from "drizzle-orm";

/**
 * `column = any(list)` with one parameter whatever the length, so that the statement keeps its text and
 * stays prepared; Drizzle's `inArray` makes a new statement for each length. For uuids and ids of ours.
 */
export function anyOf(column: Column, values: string[]): SQL {
  const list = `{${values.map((value) => JSON.stringify(value)).join(",")}}`;
  return sql`${column} = any(${list}::${sql.raw(column.getSQLType())}[])`;
}
