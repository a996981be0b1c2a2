import { createHash } from "node:crypto";
import type pg from "pg";
import { columnTypes } from "./_column-types";
import { codedFailure, withCode } from "./connect-database";
import { type StatementKind, statementKind, statementKinds } from "./statement-kind";
import { codeOf } from "./to-app-error";
import { within } from "./within";

export interface Statement {
  text: string;
  values?: unknown[];
  rowMode?: "array" | undefined;
}

/** What the sessions of one pool share. */
export interface SessionTools {
  /** Whether a pooler gives each transaction another connection: nothing may outlast one. */
  isPooled: boolean;
  names: Map<string, string>;
  /** The kind whose limit a connection's server knows; `interactive` when none is noted. */
  limits: WeakMap<pg.PoolClient, StatementKind>;
}

const maxNames = 1000;
/** Ahead of our own deadline, so that a server which still answers ends its statement itself. */
const serverLeadMs = 300;
/** Shorter than an interactive statement may take: who waits for a row is told so. */
const lockMs = 3500;
const idleInTransactionMs = 60_000;
const minMs = 500;
/** The server no longer knows a prepared statement, or not by this result (PostgreSQL, appendix A). */
const staleStatements = ["26000", "0A000"];

/** One connection of the pool, for as long as its holder needs it. Each statement has the deadline of its kind. */
export class PooledSession {
  /** Whether the connection must not be used again. */
  isBroken = false;
  /** Since when a statement has been with the server, by `performance.now()`. */
  sentMs: number | undefined;
  /** When the server last answered a statement here, by `performance.now()`; 0 if it has not. */
  resultMs = 0;
  private readonly tools: SessionTools;
  private readonly client: pg.PoolClient & Pick<pg.Client, "connection">;
  private readonly kind = statementKind();
  private spentMs: number;
  private turn: Promise<unknown> = Promise.resolve();

  /** `startedMs`, by `performance.now()`: since when its holder has been waiting for it. */
  constructor(tools: SessionTools, client: PooledSession["client"], startedMs: number) {
    this.tools = tools;
    this.client = client;
    this.spentMs = performance.now() - startedMs;
  }

  async query({ text, values = [], rowMode }: Statement): Promise<pg.QueryResult> {
    await this.setLimit();
    const name = this.tools.isPooled ? undefined : nameOf(text, this.tools.names);
    const mode = rowMode && { rowMode };
    return this.send({ text, values, types: columnTypes, ...mode, ...(name && { name }) });
  }

  async begin(mode: string): Promise<void> {
    await this.setLimit();
    // Behind a pooler this is the one place for limits that cost no round trip and outlast nothing.
    const limits = this.tools.isPooled ? sessionLimits("set local", this.kind) : "";
    await this.send({ text: `begin ${mode};${limits}` });
  }

  /** Undoes the transaction; a connection that cannot is not used again. Never throws. */
  async rollback(): Promise<void> {
    if (this.isBroken) return;
    await this.send({ text: "rollback" }).catch(() => {
      this.isBroken = true;
    });
  }

  /** Fails the statement in hand: its server is gone or frozen. */
  abandon(): void {
    this.isBroken = true;
    this.client.connection.stream.destroy();
  }

  private async setLimit(): Promise<void> {
    const { isPooled, limits } = this.tools;
    if (isPooled || (limits.get(this.client) ?? "interactive") === this.kind) return;
    await this.send({ text: `set statement_timeout = ${serverMs(this.kind)}` });
    limits.set(this.client, this.kind);
  }

  /** One after the other, also when a transaction asks for several at once. */
  private send(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const sent = this.turn.then(() => this.sendNow(config));
    this.turn = sent.catch(() => undefined);
    return sent;
  }

  private async sendNow(config: pg.QueryConfig): Promise<pg.QueryResult> {
    if (this.isBroken) throw withCode("CONNECTION_LOST", "The connection was abandoned.");
    const limitMs = Math.max(minMs, statementKinds[this.kind] - this.spentMs);
    this.spentMs = 0;
    this.sentMs = performance.now();
    try {
      const result = await within(this.client.query(config), limitMs, () =>
        withCode("STATEMENT_TIMEOUT", "The database did not respond in time."),
      );
      this.resultMs = performance.now();
      return result;
    } catch (error) {
      if (leavesConnection(error)) this.resultMs = performance.now();
      else this.isBroken = true;
      throw codedFailure(error);
    } finally {
      this.sentMs = undefined;
    }
  }
}

/** Whether an error says that a statement was refused before it did anything, because it was prepared long ago. */
export function isStaleStatement(error: unknown): boolean {
  return staleStatements.includes(codeOf(error));
}

/** SQL that gives a session, or with `set local` a transaction, its limits. */
export function sessionLimits(set: "set" | "set local", kind: StatementKind): string {
  return `${set} statement_timeout = ${serverMs(kind)}; ${set} lock_timeout = ${lockMs};
    ${set} idle_in_transaction_session_timeout = ${idleInTransactionMs}`;
}

/** Whether the connection is as good as before: PostgreSQL refused something, and will go on. */
function leavesConnection(error: unknown): boolean {
  const code = codeOf(error);
  const isRefusal = /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P|25006)/.test(code);
  return isRefusal && !staleStatements.includes(code);
}

/** Statements repeat a few hundred texts, so each is prepared once per connection: one round trip instead of two. */
function nameOf(text: string, names: Map<string, string>): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= maxNames) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 24);
  names.set(text, name);
  return name;
}

function serverMs(kind: StatementKind): number {
  return statementKinds[kind] - serverLeadMs;
}
