import { AppError } from "../core/errors";

/** What went wrong, in the words for whoever typed the command. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError) {
    const fields = Object.values(error.details.fields ?? {}).flat();
    return fields.length > 0 ? fields.join(" ") : error.message;
  }
  // A failed statement carries its SQL and values in its own message; the cause only says what was wrong.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
