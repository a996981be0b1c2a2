import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type pg from "pg";
import { projectRoot } from "../database/project-root";
import { quoted } from "./_copy-table";
import type { TableEntry } from "./manifest";

/** The migrations of this build, in their order. */
export function ourMigrations() {
  return readMigrationFiles({ migrationsFolder: join(projectRoot(), "drizzle/migrations") });
}

/** Removes every table, view, and function of ours, and what was noted of migrations. Extensions stay. */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop table if exists %I.%I cascade', nspname, relname) as statement
    from pg_class join pg_namespace n on n.oid = relnamespace
    where nspname = 'public' and relkind in ('r', 'p') and not relispartition
      and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure)
    from pg_proc p
    where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`);
  for (const { statement } of rows) await client.query(statement);
  await client.query("drop schema if exists drizzle cascade");
}

/** Makes the tables as they were after a migration, and notes those that made them as Drizzle does. */
export async function migrateTo(client: pg.ClientBase, newest: number): Promise<void> {
  await client.query("create schema drizzle");
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
