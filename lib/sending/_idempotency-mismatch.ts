import { AppError } from "../core/errors";
import { sendingSentences } from "./sentences";

/** A key that belongs to another request. */
export function idempotencyMismatch(): AppError {
  return new AppError("idempotency_mismatch", sendingSentences.usedKey);
}
