import { AppError } from "./errors";

/** Sentences of Node, its libraries and PostgreSQL that are the same whatever they were given. */
const harmless = [
  /^Cannot read properties of (undefined|null)/,
  /^Maximum call stack size exceeded$/,
  /^Invalid time value$/,
  /^Invalid URL$/,
  /^(fetch failed|terminated|other side closed|aborted)$/,
  /^(The|This) operation was aborted( due to timeout)?$/,
  /^(The connection to the database was lost|The database is unavailable)\.$/,
  /^The database (did not respond in time|accepted a connection and then fell silent)\.$/,
  /^Connection terminated( unexpectedly| due to connection timeout)?$/,
  /^timeout exceeded when trying to connect$/,
  /^canceling statement due to (statement timeout|lock timeout|user request|conflict with recovery)$/,
  /^terminating connection due to [a-z -]+$/,
  /^the database system is [a-z ]+$/,
  /^deadlock detected$/,
  /^sorry, too many clients already$/,
  /^cannot execute [A-Z ]+ in a read-only transaction$/,
  /^no response in time$/,
];

/** What an error says, if that is one of the sentences that never hold a value; undefined otherwise. */
export function harmlessMessage(error: object): string | undefined {
  const message = "message" in error ? error.message : undefined;
  if (typeof message !== "string") return undefined;
  if (error instanceof AppError) {
    // Others may name what somebody typed.
    return error.code === "unavailable" || error.code === "internal"
      ? message.slice(0, 300)
      : undefined;
  }
  return harmless.map((pattern) => pattern.exec(message)?.[0]).find((found) => found !== undefined);
}
