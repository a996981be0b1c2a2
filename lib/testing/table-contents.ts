import { runSql } from "./run-sql";

/** Every row of every table with its partition, as text; of what says how an installation is doing now, none. */
export async function tableContents(url: string): Promise<Record<string, string[]>> {
  const tables = await runSql<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and not relispartition and relname not in ('backups', 'heartbeats') order by 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await runSql<{ row: string }>(
      url,
      `select tableoid::regclass || ' ' || to_jsonb(t)::text as row from "${name}" t order by 1`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

/** Drops every table, also those of others. */
export async function emptyDatabase(url: string): Promise<void> {
  await runSql(
    url,
    "drop schema public cascade; create schema public; drop schema drizzle cascade; select 1",
  );
}
