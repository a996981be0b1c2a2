import type pg from "pg";
import { AppError } from "../core/errors";
import { once } from "../core/once";
import { operatorSentence } from "../core/operator-sentence";
import { ourMigrations, ourObjects } from "./_our-objects";
import type { TableEntry } from "./manifest";
import { isHalfRestored } from "./restore-marker";

/** Tables that say how this installation is doing now, which no other one should believe. */
const left = ["backups", "heartbeats"];

/** The tables to be copied: what others have made in the database is theirs to keep. */
const copied = once(() => ourObjects().relations.filter((name) => !left.includes(name)));

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
    and c.relname = any($1)
  order by c.relname`;

const sequences = `
  select sequencename as name, last_value::text as value
  from pg_sequences
  join pg_class s on s.relname = sequencename and s.relnamespace = 'public'::regnamespace
  join pg_depend on objid = s.oid and deptype in ('a', 'i')
  join pg_class t on t.oid = refobjid
  where schemaname = 'public' and last_value is not null and t.relname = any($1) order by 1`;

const migrations = "select max(created_at)::bigint as newest from drizzle.__drizzle_migrations";

/** The names of the tables to be copied; none where nothing was migrated yet. */
export async function listTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<Row>(tables, [copied()]);
  return rows.map(({ name }) => name);
}

/** Reads the catalog. Throws conflict when the database is none of Depesza's, of a newer version, or half restored. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  const migration = await newestMigration(client);
  if (migration === 0)
    throw refusal("The database has no tables of Depesza, so it cannot be backed up.");
  if (migration > Math.max(...ourMigrations().map(({ folderMillis }) => folderMillis))) {
    throw refusal(
      "A newer version of Depesza has migrated the database; make the backup with that version.",
    );
  }
  if (await isHalfRestored(client)) {
    throw refusal(
      "A restore of the database is not finished; run it again before you make a backup.",
    );
  }
  const found = await client.query<Row>(tables, [copied()]);
  const values = await client.query<{ name: string; value: string }>(sequences, [copied()]);
  return {
    tables: inOrder(found.rows).map(({ name, columns, partitions }) => ({
      name,
      columns,
      partitions,
    })),
    sequences: values.rows,
    migration,
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

function refusal(sentence: string): AppError {
  return new AppError("conflict", operatorSentence(sentence));
}
