import { AppError } from "../errors";

/** The error for a piece of work beyond the maximum that an account may have in progress. */
export function tooManyAtOnce(
  what: "batches" | "downloads" | "lists are read",
  { max, retryAfterMs }: { max: number; retryAfterMs: number },
): AppError {
  const seconds = retryAfterMs / 1000;
  const sentence = `At most ${max} ${what} at the same time. Retry in ${seconds} s.`;
  return new AppError("rate_limited", sentence, { retryAfterMs });
}
