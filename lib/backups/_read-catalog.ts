import type pg from "pg";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import type { TableEntry } from "./manifest";

/** Tables that say how this installation is doing now, which no other one should believe. */
const left = ["backups", "heartbeats"];

type Definition = Pick<TableEntry, "name" | "columns" | "partitions">;

/** What a database has to be copied, and what it takes to make the same again. */
interface Catalog {
  /** Each after those it refers to. */
  tables: Definition[];
  sequences: { name: string; value: string }[];
  migration: number;
}

interface Row extends Definition {
  targets: string[];
}

const tables = `
  select c.relname as name,
    array(
      select attname::text from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
    ) as columns,
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'name', p.relname, 'bounds', pg_get_expr(p.relpartbound, p.oid),
        'settings', array_to_string(p.reloptions, ', ')) order by p.relname)
      from pg_inherits join pg_class p on p.oid = inhrelid where inhparent = c.oid
    ), '[]') as partitions,
    array(
      select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and t.oid <> c.oid
    ) as targets
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> all($1)
    and not exists (select from pg_depend where objid = c.oid and deptype = 'e')
  order by c.relname`;

const sequences = `
  select sequencename as name, last_value::text as value from pg_sequences
  where schemaname = 'public' and last_value is not null order by 1`;

const migrations = "select max(created_at)::bigint as newest from drizzle.__drizzle_migrations";

/** The names of the tables to be copied; none where nothing was migrated yet. */
export async function listTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<Row>(tables, [left]);
  return rows.map(({ name }) => name);
}

/** Reads the catalog. Throws conflict when the database is not one of Depesza's. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  if ((await newestMigration(client)) === 0) throw notOurs();
  const found = await client.query<Row>(tables, [left]);
  const values = await client.query<{ name: string; value: string }>(sequences);
  return {
    tables: inOrder(found.rows).map(({ name, columns, partitions }) => ({
      name,
      columns,
      partitions,
    })),
    sequences: values.rows,
    migration: await newestMigration(client),
  };
}

/** The newest migration of a database, as the journal numbers it; 0 when it has none. */
export async function newestMigration(client: pg.ClientBase): Promise<number> {
  const looked = await client.query<{ exists: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as exists",
  );
  if (!looked.rows[0]?.exists) return 0;
  const { rows } = await client.query<{ newest: string | null }>(migrations);
  return Number(rows[0]?.newest ?? 0);
}

/** By name, but each table after those it refers to. */
function inOrder(rows: Row[]): Row[] {
  const ordered = new Set<Row>();
  const add = (row: Row, path: Row[]): void => {
    if (ordered.has(row) || path.includes(row)) return;
    for (const target of row.targets) {
      const found = rows.find(({ name }) => name === target);
      if (found) add(found, [...path, row]);
    }
    ordered.add(row);
  };
  for (const row of rows) add(row, []);
  return [...ordered];
}

function notOurs(): AppError {
  return new AppError(
    "conflict",
    operatorSentence("The database has no tables of Depesza, so it cannot be backed up."),
  );
}
