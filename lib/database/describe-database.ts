import { sql } from "drizzle-orm";
import journal from "@/drizzle/migrations/meta/_journal.json";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** The database of the installation. */
export interface DatabaseDescription {
  /** Of the server, as `18.1`. */
  version: string;
  bytes: number;
  connections: number;
  maxConnections: number;
  startedAt: Date;
  /** The newest migration of this build, and how many of the database's are applied. */
  migration: string;
  applied: number;
  known: number;
}

/** Describes the database. Throws forbidden unless the actor is an administrator. */
export async function describeDatabase({ actor }: { actor: Actor }): Promise<DatabaseDescription> {
  demandAdmin(actor);
  const [[row], [migrations]] = await Promise.all([
    db().execute<Row>(sql`
      select current_setting('server_version') as version,
        pg_database_size(current_database())::float8 as bytes,
        (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
        current_setting('max_connections')::int as max_connections,
        pg_postmaster_start_time() as started_at`),
    db().execute<{ applied: number }>(
      sql`select count(*)::int as applied from drizzle.__drizzle_migrations`,
    ),
  ]);
  if (!row) throw new Error("The database did not describe itself.");
  const { version, bytes, connections, max_connections, started_at } = row;
  return {
    ...{ version, bytes, connections },
    maxConnections: max_connections,
    startedAt: new Date(started_at),
    migration: journal.entries.at(-1)?.tag ?? "",
    applied: migrations?.applied ?? 0,
    known: journal.entries.length,
  };
}

interface Row extends Record<string, unknown> {
  version: string;
  bytes: number;
  connections: number;
  max_connections: number;
  started_at: string;
}
