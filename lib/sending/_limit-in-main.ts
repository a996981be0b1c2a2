import { askMain } from "../core/ask-main";
import { AppError } from "../core/errors";
import type { Sender } from "./_rate-limiter";

/** What the process of the pages wants counted. */
export interface Limited extends Sender {
  /** How many messages; a request when left out. */
  messages?: number;
}

/** What the main process counted, or why it refused. */
export interface LimitReply {
  state?: unknown;
  refusal?: Pick<AppError, "message" | "details">;
}

/**
 * Counts in the main process what the process of the pages sends, so that an account has one limit for both. Throws
 * rate_limited as counting here does.
 */
export async function limitInMain(limited: Limited): Promise<unknown> {
  const { state, refusal } = (await askMain(limited)) as LimitReply;
  if (refusal) throw new AppError("rate_limited", refusal.message, refusal.details);
  return state;
}
