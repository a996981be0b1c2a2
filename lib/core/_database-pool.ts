import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import {
  isStaleStatement,
  PooledSession,
  type SessionTools,
  type Statement,
  sessionLimits,
} from "./_pooled-session";
import {
  codedFailure,
  connectDatabase,
  connectionOptions,
  disconnect,
  setUpSession,
  withCode,
} from "./connect-database";
import { codeOf, isAway } from "./to-app-error";
import { within } from "./within";

interface PoolSettings {
  /** Looked up at each connection: the embedded database may come back elsewhere. */
  urlOf(): string;
  size: number;
  /** A pooler that gives each transaction another connection stands in between: nothing may outlast one. */
  isPooled: boolean;
}

/** While there is no database: who waits for it, since when, and what the last attempt said. */
interface Outage {
  sinceMs: number;
  failure: unknown;
  waiting: Set<(pool: pg.Pool) => void>;
}

// A restart that takes no longer is ridden out by those who ask meanwhile; later ones are told at once.
const rideOutMs = 1500;
const outagePatienceMs = 250;
const longestPauseMs = 500;
const connectionWaitMs = 3700;
const mostWaiting = 10_000;
const closingMs = 5000;
const poolName = "depesza";
const noRoom = "53300";

/**
 * The connections of a process. A statement has a deadline by its kind, waiting for a connection included;
 * a connection that misses one, breaks or turns out to be read-only is never used again. While the database
 * is away it is looked for every half second, on all its servers, and statements fail fast with a code that
 * `toAppError` knows.
 */
export class DatabasePool {
  /** When a statement last failed because the database was away, by `performance.now()`. */
  lastAwayMs = Number.NEGATIVE_INFINITY;
  private readonly settings: PoolSettings;
  private readonly tools: SessionTools;
  private pool: pg.Pool | undefined;
  private outage: Outage | undefined;
  private isClosed = false;

  constructor(settings: PoolSettings) {
    this.settings = settings;
    this.tools = { isPooled: settings.isPooled, names: new Map(), limits: new WeakMap() };
  }

  /** Runs one statement outside a transaction. */
  async query(statement: Statement): Promise<pg.QueryResult> {
    try {
      return await this.reserve((session) => session.query(statement));
    } catch (error) {
      if (!isStaleStatement(error)) throw error;
      // Its connection is gone; the next one prepares it anew.
      return this.reserve((session) => session.query(statement));
    }
  }

  /** Lends one connection to the work and takes it back afterwards, unless it has become unusable. */
  async reserve<T>(work: (session: PooledSession) => Promise<T>): Promise<T> {
    const startedMs = performance.now();
    try {
      const { pool, client } = await this.acquire();
      const session = new PooledSession(this.tools, client, startedMs);
      try {
        return await work(session);
      } finally {
        client.release(session.isBroken);
        if (session.isSilent) this.lose(pool, startedMs);
      }
    } catch (error) {
      if (isAway(error)) this.lastAwayMs = performance.now();
      throw error;
    }
  }

  /** Ends every connection after the statement it is busy with, or after five seconds. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const ended = this.pool?.end() ?? Promise.resolve();
    await within(ended, closingMs, () => new Error("statements still run")).catch(() => undefined);
  }

  private async acquire(): Promise<{ pool: pg.Pool; client: pg.PoolClient }> {
    const pool = this.pool ?? (await this.untilFound());
    const isBusy = pool.idleCount === 0 && pool.totalCount >= this.settings.size;
    if (pool.waitingCount >= mostWaiting) throw exhausted();
    try {
      return { pool, client: await pool.connect() };
    } catch (cause) {
      if (isBusy) throw exhausted(cause);
      const failure = codedFailure(cause);
      // A server that has no room for one connection more still serves those we have.
      if (codeOf(failure) !== noRoom) this.lose(pool, performance.now());
      throw failure;
    }
  }

  private untilFound(): Promise<pg.Pool> {
    if (this.isClosed) return Promise.reject(withCode("CONNECTION_ENDED", "The pool was closed."));
    const outage = this.outage ?? this.beginOutage(performance.now());
    const patienceMs = Math.max(outagePatienceMs, outage.sinceMs + rideOutMs - performance.now());
    if (outage.waiting.size >= mostWaiting) return Promise.reject(exhausted(outage.failure));
    let found: (pool: pg.Pool) => void = () => undefined;
    const finding = new Promise<pg.Pool>((resolve) => {
      found = resolve;
      outage.waiting.add(resolve);
    });
    return within(finding, patienceMs, () => {
      outage.waiting.delete(found);
      return withCode("CONNECTION_LOST", "The database is away.", outage.failure);
    });
  }

  /** Gives up all connections of a pool whose server is gone or silent. */
  private lose(pool: pg.Pool, sinceMs: number): void {
    if (this.pool !== pool || this.isClosed) return;
    this.pool = undefined;
    // It may have been ended by `close` already.
    pool.end().catch(() => undefined);
    this.beginOutage(sinceMs);
  }

  private beginOutage(sinceMs: number): Outage {
    this.outage = { sinceMs, failure: undefined, waiting: new Set() };
    void this.find(this.outage);
    return this.outage;
  }

  private async find(outage: Outage): Promise<void> {
    for (let pauseMs = 50; !this.isClosed; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        const { client, server } = await connectDatabase(this.settings.urlOf(), poolName);
        void disconnect(client);
        return this.endOutage(outage, server);
      } catch (error) {
        outage.failure = error;
      }
      await pause(pauseMs, undefined, { ref: false });
    }
  }

  private endOutage(outage: Outage, server: string): void {
    if (this.isClosed) return;
    this.outage = undefined;
    const pool = this.openPool(server);
    this.pool = pool;
    for (const found of outage.waiting) found(pool);
  }

  private openPool(server: string): pg.Pool {
    const { size, isPooled } = this.settings;
    const pool = new pg.Pool({
      ...connectionOptions(server, poolName),
      max: size,
      connectionTimeoutMillis: connectionWaitMs,
      idleTimeoutMillis: 300_000,
      maxLifetimeSeconds: 3600,
      onConnect: async (client: pg.ClientBase) => {
        client.on("error", () => undefined);
        await setUpSession(client, isPooled ? "" : sessionLimits("set", "interactive"));
      },
    });
    pool.on("error", () => undefined);
    return pool;
  }
}

function exhausted(cause?: unknown): Error {
  return withCode("POOL_EXHAUSTED", "Too many statements wait for a connection.", cause);
}
