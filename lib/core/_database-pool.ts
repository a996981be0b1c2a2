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
import type { ServerRole } from "./database-url";
import { lastOutage } from "./last-outage";
import type { PoolLoad } from "./pool-loads";
import { codeOf, isAway } from "./to-app-error";
import { within } from "./within";

interface PoolSettings {
  /** What its server must be. */
  role: ServerRole;
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
const outageTimeoutMs = 250;
const maxPauseMs = 500;
const connectionWaitMs = 3700;
const lookMs = 300;
/** After this much silence the server is asked for a sign of life, and given this long for it. */
const slowMs = 1000;
const checkMs = 1700;
const maxWaiting = 10_000;
const closingMs = 5000;
const poolName = "depesza";
const noRoom = "53300";

/**
 * The connections of a process. A statement has a deadline by its kind, waiting for a connection included;
 * a connection that misses one, breaks or turns out to be read-only is never used again. After a second of
 * silence the server is asked for a sign of life. While the database is away it is looked for every half
 * second, on all its servers, and statements fail fast with a code that `toAppError` knows.
 */
export class DatabasePool {
  private readonly settings: PoolSettings;
  private readonly tools: SessionTools;
  private pool: pg.Pool | undefined;
  private server: string | undefined;
  private readonly busy = new Set<PooledSession>();
  /** Who waits for a connection, and since when. */
  private readonly connecting = new Map<(error: Error) => void, number>();
  private outage: Outage | undefined;
  private isChecking = false;
  /** When a statement last came back, whatever its outcome, by `performance.now()`. */
  private lastResultMs = 0;
  private isClosed = false;

  constructor(settings: PoolSettings) {
    this.settings = settings;
    this.tools = {
      isPooled: settings.isPooled,
      names: new Map(),
      limits: new WeakMap(),
    };
    setInterval(() => this.lookForSilence(), lookMs).unref();
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
      const client = await this.acquire();
      const session = new PooledSession(this.tools, client, startedMs);
      this.busy.add(session);
      try {
        return await work(session);
      } finally {
        this.lastResultMs = Math.max(this.lastResultMs, session.resultMs);
        this.busy.delete(session);
        client.release(session.isBroken);
      }
    } catch (error) {
      if (isAway(error) && this.settings.role === "primary") lastOutage().atMs = performance.now();
      throw error;
    }
  }

  /** Whether a connection can be had without waiting for others to return theirs. */
  get hasRoom(): boolean {
    const { pool } = this;
    return !pool || pool.idleCount > 0 || pool.totalCount < this.settings.size;
  }

  /** How many connections it has and may have, and how many statements wait for one. */
  get load(): PoolLoad {
    const { pool, outage } = this;
    const idle = pool?.idleCount ?? 0;
    return {
      idle,
      busy: (pool?.totalCount ?? 0) - idle,
      max: this.settings.size,
      waiting: (pool?.waitingCount ?? 0) + (outage?.waiting.size ?? 0),
    };
  }

  /** Ends every connection after the statement it is busy with, or after five seconds. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    const ended = this.pool?.end() ?? Promise.resolve();
    await within(ended, closingMs, () => new Error("statements still run")).catch(() => undefined);
  }

  private async acquire(): Promise<pg.PoolClient> {
    const pool = this.pool ?? (await this.untilFound());
    const isBusy = !this.hasRoom;
    if (pool.waitingCount >= maxWaiting) throw exhausted();
    try {
      return await this.connect(pool);
    } catch (cause) {
      if (isBusy) throw exhausted(cause);
      const failure = codedFailure(cause);
      // A server that has no room for one connection more still serves those we have.
      if (codeOf(failure) !== noRoom) this.lose(pool, performance.now());
      throw failure;
    }
  }

  /** A connection of the pool, unless the server falls silent meanwhile. */
  private connect(pool: pg.Pool): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const giveUp = (error: Error) => {
        isLate = true;
        reject(error);
      };
      this.connecting.set(giveUp, performance.now());
      pool
        .connect()
        .then((client) => (isLate ? client.release(true) : resolve(client)), reject)
        .finally(() => this.connecting.delete(giveUp));
    });
  }

  private untilFound(): Promise<pg.Pool> {
    if (this.isClosed) return Promise.reject(withCode("CONNECTION_ENDED", "The pool was closed."));
    const outage = this.outage ?? this.beginOutage(performance.now());
    const timeoutMs = Math.max(outageTimeoutMs, outage.sinceMs + rideOutMs - performance.now());
    if (outage.waiting.size >= maxWaiting) return Promise.reject(exhausted(outage.failure));
    let found: (pool: pg.Pool) => void = () => undefined;
    const finding = new Promise<pg.Pool>((resolve) => {
      found = resolve;
      outage.waiting.add(resolve);
    });
    return within(finding, timeoutMs, () => {
      outage.waiting.delete(found);
      return withCode("CONNECTION_LOST", "The database is unavailable.", outage.failure);
    });
  }

  private lookForSilence(): void {
    const since = performance.now() - slowMs;
    const sent = [...this.busy].map(({ sentMs }) => sentMs ?? since);
    if ([...sent, ...this.connecting.values()].some((ms) => ms < since)) this.checkServer();
  }

  /** Asks on a new connection whether a statement is slow or its server frozen; then nobody waits any longer. */
  private checkServer(): void {
    const { pool, server } = this;
    if (!pool || !server || this.isChecking) return;
    this.isChecking = true;
    const startedMs = performance.now();
    const silent = () => withCode("CONNECT_TIMEOUT", "The database no longer responds.");
    within(this.reach(server), checkMs, silent)
      .catch((error: unknown) => {
        if (codeOf(error) === noRoom || this.pool !== pool) return;
        // A busy machine may be slow to open a connection: a server that still answers others is not frozen.
        if (this.hasResultSince(startedMs)) return;
        this.lose(pool, performance.now() - rideOutMs);
        for (const giveUp of this.connecting.keys()) giveUp(silent());
        for (const session of this.busy) session.abandon();
      })
      .finally(() => {
        this.isChecking = false;
      });
  }

  private hasResultSince(sinceMs: number): boolean {
    return [this.lastResultMs, ...[...this.busy].map((each) => each.resultMs)].some(
      (ms) => ms > sinceMs,
    );
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
    for (let pauseMs = 50; !this.isClosed; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
      try {
        return this.endOutage(outage, await this.reach(this.settings.urlOf()));
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
    this.server = server;
    this.pool = pool;
    for (const found of outage.waiting) found(pool);
  }

  private openPool(server: string): pg.Pool {
    const { size, isPooled, role } = this.settings;
    const pool = new pg.Pool({
      ...connectionOptions(server, poolName),
      max: size,
      connectionTimeoutMillis: connectionWaitMs,
      idleTimeoutMillis: 300_000,
      maxLifetimeSeconds: 3600,
      onConnect: async (client: pg.ClientBase) => {
        client.on("error", () => undefined);
        await setUpSession(client, role, isPooled ? "" : sessionLimits("set", "interactive"));
      },
    });
    pool.on("error", () => undefined);
    return pool;
  }

  /** Which of the servers of a URL has the role, proved by a connection that ends at once. */
  private async reach(url: string): Promise<string> {
    const { client, server } = await connectDatabase(url, poolName, this.settings.role);
    void disconnect(client);
    return server;
  }
}

function exhausted(cause?: unknown): Error {
  return withCode("POOL_EXHAUSTED", "Too many statements wait for a connection.", cause);
}
