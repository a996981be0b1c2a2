import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";

/**
 * How long a statement may take, in milliseconds, by what it is for; waiting for a connection included. Somebody
 * waits for `interactive` ones, `batch` is the worker's, `bulk` reads an account's or the whole database's data.
 */
export const statementKinds = { interactive: 4200, batch: 30_000, bulk: 120_000 } as const;

export type StatementKind = keyof typeof statementKinds;

/** Runs work whose statements, and those of everything it calls, are of this kind. */
export function withStatementKind<T>(kind: StatementKind, work: () => T): T {
  return storage().run(kind, work);
}

/** The kind of the statements made here: interactive unless said otherwise. */
export function statementKind(): StatementKind {
  return storage().getStore() ?? "interactive";
}

function storage(): AsyncLocalStorage<StatementKind> {
  return processWide("statement-kind", () => new AsyncLocalStorage<StatementKind>());
}
