import { type NodePgClient, NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres";
import {
  PgDatabase,
  PgDialect,
  type PgQueryResultHKT,
  type PgTransactionConfig,
} from "drizzle-orm/pg-core";
import type pg from "pg";
import type { PooledSession, Statement } from "./_pooled-session";

type NoSchema = Record<string, never>;

/** What a statement in SQL results in: its rows. */
export interface RowsKind extends PgQueryResultHKT {
  type: this["row"][];
}

/** What runs statements, and lends a connection for several. */
interface Pool {
  /** Nothing is written here, so nothing can get lost either when a transaction ends. */
  readonly isReadOnly?: boolean;
  query(statement: Statement): Promise<pg.QueryResult>;
  reserve<T>(work: (session: PooledSession) => Promise<T>): Promise<T>;
}

/** Drizzle's words for the statements of a pool. */
export function drizzleOver(pool: Pool): PgDatabase<RowsKind> {
  const dialect = new PgDialect({ casing: "snake_case" });
  return new PgDatabase(dialect, new PoolSession(pool, dialect), undefined);
}

/** Drizzle's own session, but a transaction returns its connection also when it could not even begin. */
class PoolSession extends NodePgSession<NoSchema, NoSchema> {
  private readonly pool: Pool;

  constructor(pool: Pool, dialect: PgDialect) {
    super(clientOver(pool), dialect, undefined);
    this.pool = pool;
  }

  override transaction<T>(
    work: (tx: NodePgTransaction<NoSchema, NoSchema>) => Promise<T>,
    config?: PgTransactionConfig,
  ): Promise<T> {
    const { dialect, pool } = this;
    const mode = modeOf(pool.isReadOnly ? { ...config, accessMode: "read only" } : config);
    return pool.reserve(async (session) => {
      const inner = new NodePgSession<NoSchema, NoSchema>(clientOver(session), dialect, undefined);
      await session.begin(mode);
      try {
        const result = await work(new NodePgTransaction(dialect, inner, undefined));
        const committed = session.query({ text: "commit" });
        await (pool.isReadOnly ? committed.catch(() => undefined) : committed);
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
