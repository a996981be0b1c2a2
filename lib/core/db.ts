import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { AppError } from "./errors";
import { env } from "./env";
import { processWide } from "./process-wide";

export type Database = PostgresJsDatabase;
/** A transaction, or the pool itself: whatever a verb may run its statements on. */
export type Tx = Pick<Database, "select" | "insert" | "update" | "delete" | "execute">;

/** The process's one pool. It connects with the first statement, never at import. */
export function sqlPool(): postgres.Sql {
  return processWide("pool", () => {
    const url = env().DATABASE_URL ?? processWide<{ url?: string }>("embedded-database", () => ({})).url;
    if (!url) throw new AppError("unavailable", "No database has been opened in this process.");
    return postgres(url, {
      max: env().DATABASE_POOL,
      connect_timeout: 5,
      onnotice: () => {},
      connection: { application_name: "depesza", TimeZone: "UTC" },
    });
  });
}

/** The process's database, for statements in Drizzle's words. */
export function db(): Database {
  return processWide("drizzle", () => drizzle(sqlPool(), { casing: "snake_case" }));
}

/** Tells this process where its embedded database listens; must come before the first statement. */
export function useEmbeddedDatabase(url: string): void {
  processWide<{ url?: string }>("embedded-database", () => ({})).url = url;
}

/** Ends the pool after the statements in hand, at most five seconds later. */
export async function closeDatabase(): Promise<void> {
  await sqlPool().end({ timeout: 5 });
}
