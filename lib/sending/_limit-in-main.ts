import { askMain } from "../core/ask-main";
import { AppError } from "../core/errors";
import type { Sender } from "./_rate-limiter";
import { type Limit, sendingSentences } from "./sentences";

/** What the process of the pages wants counted. */
export interface Limited extends Sender {
  /** How many messages; a request when left out. */
  messages?: number;
}

/** What the main process counted, or why it refused. */
export interface LimitReply {
  state?: unknown;
  refusal?: { limit: Limit } & Pick<AppError["details"], "retryAfterMs" | "rate">;
}

/**
 * Counts in the main process what the process of the pages sends, so that an account has one limit for both. Throws
 * rate_limited as counting here does.
 */
export async function limitInMain(limited: Limited): Promise<unknown> {
  const { state, refusal } = (await askMain(limited)) as LimitReply;
  if (refusal) {
    const { limit, ...details } = refusal;
    const { tooManyRequests, tooManyMessages } = sendingSentences;
    const over = limited.messages === undefined ? tooManyRequests : tooManyMessages;
    throw new AppError("rate_limited", over(limit), details);
  }
  return state;
}
