import { AppError } from "../core/errors";

/** The refusal of one more piece of work beside the most that an account may have in progress. */
export function tooManyAtOnce(
  what: "batches" | "downloads",
  { max, retryAfterMs }: { max: number; retryAfterMs: number },
): AppError {
  const seconds = retryAfterMs / 1000;
  const sentence = `At most ${max} ${what} at the same time. Retry in ${seconds} s.`;
  return new AppError("rate_limited", sentence, { retryAfterMs });
}
