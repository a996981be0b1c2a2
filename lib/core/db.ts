import "server-only";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { DatabasePool } from "./_database-pool";
import { drizzleOver, type RowsKind } from "./_drizzle-session";
import { env } from "./env";
import { AppError } from "./errors";
import { once } from "./once";
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
      urlOf: databaseUrl,
      size: env().DATABASE_POOL,
      isPooled: env().DATABASE_POOLER === "transaction",
    });
  });
}

/** The process's database, for statements in Drizzle's words. */
export const db = once((): Database => drizzleOver(databasePool()));

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
  await databasePool().close();
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
