import { AppError } from "../core/errors";
import { codeOf } from "../core/to-app-error";

/** SQLSTATE of a lock wait that took longer than the pool allows (PostgreSQL, appendix A). */
const lockNotAvailable = "55P03";

/** Whether a statement waited too long for a lock, or a send was refused because of that: its transaction was rolled back. */
export function wasLocked(error: unknown): boolean {
  const cause = error instanceof AppError ? error.cause : error;
  return codeOf(cause) === lockNotAvailable;
}
