import { type NodePgClient, NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres";
import {
  PgDatabase,
  PgDialect,
  type PgQueryResultHKT,
  type PgTransactionConfig,
} from "drizzle-orm/pg-core";
import type pg from "pg";
import type { DatabasePool } from "./_database-pool";
import type { PooledSession, Statement } from "./_pooled-session";

type NoSchema = Record<string, never>;

/** What a statement in SQL results in: its rows. */
export interface RowsKind extends PgQueryResultHKT {
  type: this["row"][];
}

/** Drizzle's words for the statements of a pool. */
export function drizzleOver(pool: DatabasePool): PgDatabase<RowsKind> {
  const dialect = new PgDialect({ casing: "snake_case" });
  return new PgDatabase(dialect, new PoolSession(pool, dialect), undefined);
}

/** Drizzle's own session, but a transaction returns its connection also when it could not even begin. */
class PoolSession extends NodePgSession<NoSchema, NoSchema> {
  private readonly pool: DatabasePool;

  constructor(pool: DatabasePool, dialect: PgDialect) {
    super(clientOver(pool), dialect, undefined);
    this.pool = pool;
  }

  override transaction<T>(
    work: (tx: NodePgTransaction<NoSchema, NoSchema>) => Promise<T>,
    config?: PgTransactionConfig,
  ): Promise<T> {
    const { dialect } = this;
    return this.pool.reserve(async (session) => {
      const inner = new NodePgSession<NoSchema, NoSchema>(clientOver(session), dialect, undefined);
      await session.begin(modeOf(config));
      try {
        const result = await work(new NodePgTransaction(dialect, inner, undefined));
        await session.query({ text: "commit" });
        return result;
      } catch (error) {
        await session.rollback();
        throw error;
      }
    });
  }
}

type Query = (
  config: Statement,
  values: unknown[],
) => Promise<pg.QueryResult | pg.QueryResult["rows"]>;

/** The one function of a client that Drizzle's sessions call; what they do not map themselves becomes its rows. */
function clientOver(session: Pick<PooledSession, "query">): NodePgClient {
  const query: Query = async ({ text, rowMode }, values) => {
    const result = await session.query({ text, values, rowMode });
    return rowMode === "array" ? result : result.rows;
  };
  return { query } as unknown as NodePgClient;
}

function modeOf({ isolationLevel, accessMode, deferrable }: PgTransactionConfig = {}): string {
  const level = isolationLevel ? `isolation level ${isolationLevel}` : "";
  const deferred = deferrable ? "deferrable" : "";
  return [level, accessMode ?? "", deferred].join(" ").trim();
}
