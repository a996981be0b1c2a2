import { AppError } from "../core/errors";

/** A key that belongs to another request. */
export function idempotencyMismatch(): AppError {
  return new AppError(
    "idempotency_mismatch",
    "This idempotency key was used for a different request. Use a new key for a new message.",
  );
}
