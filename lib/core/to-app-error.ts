import { AppError } from "./errors";
import { coreSentences } from "./sentences";

/**
 * SQLSTATEs (PostgreSQL, appendix A) and codes of the system and of our pool that mean "not now", never "the request
 * is wrong": connection lost or refused, login refused, standby or read-only, out of room, cancelled or timed out,
 * shut down, input or output failed, deadlock, lock not available.
 */
const awayCodes =
  /^(08|28|53|57|58|25006$|25P03$|3D000$|40001$|40P01$|55006$|55P03$|CONNECT|POOL_EXHAUSTED$|STATEMENT_TIMEOUT$|ECONN|EPIPE$|ETIMEDOUT$|EHOST|ENET|ENOTFOUND$|EAI_AGAIN$)/;
const uniqueViolation = "23505";
/** What the coordinator of a cluster passes on from a worker comes without the worker's SQLSTATE. */
const passedOn = "XX000";
const duplicateWords = /duplicate key value violates unique constraint/;
const internalRetryMs = 30_000;
const awayRetryMs = 2000;

/**
 * Whatever was thrown, as something that may be answered: an AppError stays, a database that is away
 * becomes `unavailable`, all else `internal` with a generic sentence. The original is the cause.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return isAway(error)
    ? new AppError("unavailable", coreSentences.noDatabase, {
        retryAfterMs: awayRetryMs,
        cause: error,
      })
    : new AppError("internal", coreSentences.internal, {
        retryAfterMs: internalRetryMs,
        cause: error,
      });
}

/** Whether an error says that the database cannot serve right now, whoever asks it for what. */
export function isAway(error: unknown): boolean {
  return awayCodes.test(codeOf(error));
}

/** The SQLSTATE or system code of an error, also when a library or a coordinator wrapped it; empty when it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") {
    return isPassedOnDuplicate(error) ? uniqueViolation : error.code;
  }
  return "cause" in error ? codeOf(error.cause) : "";
}

function isPassedOnDuplicate(error: object): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === passedOn && typeof message === "string" && duplicateWords.test(message);
}
