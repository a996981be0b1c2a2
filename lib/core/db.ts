import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "./env";
import { AppError } from "./errors";
import { processWide } from "./process-wide";

export type Database = PostgresJsDatabase;
/** A transaction, or the pool itself: whatever a verb may run its statements on. */
export type Tx = Pick<Database, "select" | "insert" | "update" | "delete" | "execute">;

/** The process's one pool. It connects with the first statement, never at import. */
export function sqlPool(): postgres.Sql {
  return processWide("pool", () => {
    const url =
      env().DATABASE_URL ?? processWide<{ url?: string }>("embedded-database", () => ({})).url;
    if (!url) throw new AppError("unavailable", "No database has been opened in this process.");
    return postgres(url, {
      max: env().DATABASE_POOL,
      connect_timeout: 5,
      onnotice: () => {},
      // Nobody waits longer for a row than a client waits for an answer (API.md, two requests at once).
      connection: { application_name: "depesza", TimeZone: "UTC", lock_timeout: 5000 },
    });
  });
}

/** The process's database, for statements in Drizzle's words. */
export function db(): Database {
  return processWide("drizzle", () => {
    return drizzle(preparing(sqlPool()), { casing: "snake_case" });
  });
}

type Opening<Client> = (work: (inner: Client) => unknown) => unknown;

/**
 * Drizzle sends each statement unprepared, which costs a second round trip (describe, then bind) and a
 * plan every time. Ours repeat a few hundred texts, so they are prepared once per connection.
 */
function preparing<Client extends postgres.Sql>(client: Client): Client {
  return new Proxy(client, {
    get(target, property) {
      if (property === "unsafe") {
        const unsafe: typeof target.unsafe = (query, parameters) =>
          target.unsafe(query, parameters, { prepare: true });
        return unsafe;
      }
      if (property === "begin" || property === "savepoint") {
        const open = Reflect.get(target, property) as unknown as Opening<Client>;
        return (work: (inner: Client) => unknown) => open((inner) => work(preparing(inner)));
      }
      return Reflect.get(target, property);
    },
  });
}

/** Tells this process where its embedded database listens; must come before the first statement. */
export function useEmbeddedDatabase(url: string): void {
  processWide<{ url?: string }>("embedded-database", () => ({})).url = url;
}

/** Ends the pool after the statements in hand, at most five seconds later. */
export async function closeDatabase(): Promise<void> {
  await sqlPool().end({ timeout: 5 });
}
