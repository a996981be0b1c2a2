import { AppError } from "../core/errors";
import { sendingSentences } from "./sentences";
import { wasLocked } from "./was-locked";

/**
 * Waits for an admission. When the account's row was locked for longer than the pool waits, somebody else is busy with
 * this very account: throws conflict for a request with an idempotency key, else unavailable.
 */
export async function translateLock<T>(admission: Promise<T>, hasKey: boolean): Promise<T> {
  try {
    return await admission;
  } catch (error) {
    if (!wasLocked(error)) throw error;
    throw stillUnderWay(hasKey, error);
  }
}

function stillUnderWay(hasKey: boolean, cause: unknown): AppError {
  return new AppError(hasKey ? "conflict" : "unavailable", sendingSentences.inProgress, {
    retryAfterMs: 1000,
    cause,
  });
}
