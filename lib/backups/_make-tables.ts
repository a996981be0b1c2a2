import type pg from "pg";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { codeOf } from "../core/to-app-error";
import { quoted } from "./_copy-table";
import { ourMigrations, ourObjects } from "./_our-objects";
import type { TableEntry } from "./manifest";

/** SQLSTATE of an object that others depend on (PostgreSQL, appendix A). */
const neededByOthers = "2BP01";

/**
 * Removes every table, view, and function of ours, and what was noted of migrations; what others have made stays. Throws
 * conflict when it could not stay, such as a view of our tables.
 */
export async function dropOurs(client: pg.ClientBase): Promise<void> {
  const { relations, functions } = ourObjects();
  const { rows } = await client.query<{ views: string | null; tables: string | null }>(
    `select string_agg(format('%I.%I', 'public', relname), ', ') filter (where relkind = 'v') as views,
       string_agg(format('%I.%I', 'public', relname), ', ') filter (where relkind in ('r', 'p')) as tables
     from pg_class
     where relnamespace = 'public'::regnamespace and not relispartition and relname = any($1)`,
    [relations],
  );
  const [found] = rows;
  const routines = await client.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc
     where pronamespace = 'public'::regnamespace and proname = any($1)`,
    [functions],
  );
  const statements = [
    ...(found?.views ? [`drop view ${found.views}`] : []),
    // All at once: they refer to each other, and nobody else's may go with them.
    ...(found?.tables ? [`drop table ${found.tables}`] : []),
    ...routines.rows.map(({ name }) => `drop function ${name}`),
    "drop table if exists drizzle.__drizzle_migrations",
  ];
  for (const statement of statements) {
    await client.query(statement).catch((error: unknown) => {
      throw codeOf(error) === neededByOthers ? needed(error) : error;
    });
  }
}

/** Makes the tables as they were after a migration, and notes those that made them as Drizzle does. */
export async function migrateTo(client: pg.ClientBase, newest: number): Promise<void> {
  await client.query("create schema if not exists drizzle");
  await client.query(
    "create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  );
  for (const { sql, hash, folderMillis } of ourMigrations()) {
    if (folderMillis > newest) continue;
    for (const statement of sql) await client.query(statement);
    await client.query(
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)",
      [hash, folderMillis],
    );
  }
}

/** Makes tables ready for their rows: empty, without triggers that would count or refuse them, with the months they had. */
export async function emptyTables(client: pg.ClientBase, tables: TableEntry[]): Promise<void> {
  for (const table of tables) await remakeMonths(client, table);
  await setTriggers(client, tables, "disable");
  await client.query(`truncate table ${quoted(tables.map(({ name }) => name))}`);
}

/** Switches the triggers of tables off, or on again; foreign keys are checked all the same. */
export async function setTriggers(
  client: pg.ClientBase,
  tables: TableEntry[],
  how: "enable" | "disable",
): Promise<void> {
  for (const { name } of tables) {
    await client.query(`alter table ${quoted([name])} ${how} trigger user`);
  }
}

async function remakeMonths(client: pg.ClientBase, table: TableEntry): Promise<void> {
  if (table.partitions.length === 0) return;
  const name = quoted([table.name]);
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid where inhparent = $1::regclass",
    [name],
  );
  for (const partition of rows) await client.query(`drop table ${quoted([partition.name])}`);
  for (const { name: partition, bounds, settings } of table.partitions) {
    const stored = settings ? ` with (${settings})` : "";
    await client.query(
      `create table ${quoted([partition])} partition of ${name} ${bounds}${stored}`,
    );
  }
}

function needed(cause: unknown): AppError {
  const detail = cause instanceof Error && "detail" in cause ? String(cause.detail) : "";
  const [first = ""] = detail.split("\n");
  return new AppError(
    "conflict",
    operatorSentence(
      `Something that Depesza has not made needs its tables (${first || "see the log of PostgreSQL"}); remove it, and make it again after the restore.`,
    ),
    { cause },
  );
}
