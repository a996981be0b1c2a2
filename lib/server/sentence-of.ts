import { AppError } from "../core/errors";

/** Start-up trouble as one plain sentence. Not for the log: its own settings may be what is wrong. */
export function sentenceOf(error: unknown): string {
  // A failed statement carries its SQL in its own message; the cause only says what was wrong.
  const isOurs =
    error instanceof AppError || !(error instanceof Error && error.cause instanceof Error);
  const said = isOurs ? error : error.cause;
  return said instanceof Error ? said.message : String(said);
}
