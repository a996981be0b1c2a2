import { AppError } from "./errors";

/** SQLSTATE classes and driver codes that mean "the database is away or full", not "the request is wrong". */
const awayCodes = /^(08|53|57P|CONNECT|CONNECTION_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/;
const internalRetryMs = 30_000;
const awayRetryMs = 5000;

/**
 * Whatever was thrown, as something that may be answered: an AppError stays, a database that is away
 * becomes `unavailable`, all else `internal` with a generic sentence. The original is the cause.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const away = awayCodes.test(codeOf(error));
  return away
    ? new AppError("unavailable", "The database is not available right now. Try again shortly.", {
        retryAfterMs: awayRetryMs,
        cause: error,
      })
    : new AppError("internal", "Something broke on our side. Try again in 30 seconds.", {
        retryAfterMs: internalRetryMs,
        cause: error,
      });
}

/** The SQLSTATE or system code of an error, also when a library wrapped it; empty when it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
}
