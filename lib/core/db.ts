import "server-only";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { DatabasePool } from "./_database-pool";
import { drizzleOver, type RowsKind } from "./_drizzle-session";
import { ReadPool, type ReplicaState } from "./_read-pool";
import { env } from "./env";
import { AppError } from "./errors";
import { once, oncePer } from "./once";
import { operatorSentence } from "./operator-sentence";
import { processWide } from "./process-wide";

export type Database = PgDatabase<RowsKind>;
/** A transaction, or the pool itself: whatever a verb may run its statements on. */
export type Tx = Pick<Database, "select" | "insert" | "update" | "delete" | "execute">;

const embedded: { url?: string } = {};
const closers = new Set<() => Promise<void>>();

/** The process's one pool. It connects with the first statement, never at import. */
export function databasePool(): DatabasePool {
  return processWide("pool", () => {
    // Fails at once, and with a sentence, when nothing has been opened.
    databaseUrl();
    return new DatabasePool({
      role: "primary",
      urlOf: databaseUrl,
      size: env().DATABASE_POOL,
      isPooled: env().DATABASE_POOLER === "transaction",
    });
  });
}

/** The process's database, for statements in Drizzle's words. */
export const db = once((): Database => drizzleOver(databasePool()));

/**
 * The database for what only reads, and reads much: lists, exports, sums. Never older than what was committed before it
 * was asked. From the standby of DATABASE_READ_URL when there is one that keeps up, else as `db`. A transaction may run
 * twice, so its work changes nothing outside until the last statement has come back.
 */
export function readDb(): Database {
  const pool = readPool();
  return pool ? overReplica(pool) : db();
}

/** How the standby of DATABASE_READ_URL is; undefined without one. */
export function replicaState(): ReplicaState | undefined {
  return readPool()?.state;
}

const overReplica = oncePer((pool: ReadPool): Database => drizzleOver(pool));

function readPool(): ReadPool | undefined {
  const { DATABASE_READ_URL, DATABASE_POOL, DATABASE_POOLER } = env();
  if (!DATABASE_READ_URL) return undefined;
  return processWide("read-pool", () => {
    const replica = new DatabasePool({
      role: "standby",
      urlOf: () => DATABASE_READ_URL,
      size: DATABASE_POOL,
      isPooled: DATABASE_POOLER === "transaction",
    });
    return new ReadPool(databasePool(), replica);
  });
}

/** Where to connect for what lasts longer than a transaction: notices, locks, migrations. */
export function directDatabaseUrl(): string {
  return env().DATABASE_DIRECT_URL ?? databaseUrl();
}

/** Tells this process where its embedded database listens; must come before the first statement. */
export function useEmbeddedDatabase(url: string): void {
  embedded.url = url;
}

/** Where the embedded database listens; undefined when there is none. */
export function embeddedDatabaseUrl(): string | undefined {
  return embedded.url;
}

/** Runs `end` when this process is done with its database. */
export function whenDatabaseCloses(end: () => Promise<void>): void {
  closers.add(end);
}

/** Ends all connections after the statements in hand, at most five seconds later. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([...closers].map((end) => end()));
  await Promise.all([databasePool().close(), readPool()?.close()]);
}

/** Where the database of this process is, through the pooler when there is one. Throws unavailable before it is opened. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL ?? embedded.url;
  if (!url)
    throw new AppError(
      "unavailable",
      operatorSentence("No database has been opened in this process."),
    );
  return url;
}
