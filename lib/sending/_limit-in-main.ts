import { askMain } from "../core/ask-main";
import { AppError } from "../core/errors";
import type { Sender } from "./_rate-limiter";
import { type Limit, sendingSentences } from "./sentences";

/** What a process that the main process started wants counted there. */
export interface Limited extends Sender {
  what:
    | { kind: "request" }
    /** Such as `countExtraRequests` counts. */
    | { kind: "extra requests"; count: number }
    | { kind: "messages"; count: number }
    /** What is left of the messages, without counting. */
    | { kind: "message rate" };
}

/** What the main process counted, or why it refused. */
export interface LimitReply {
  state?: unknown;
  refusal?: { limit: Limit } & Pick<AppError["details"], "retryAfterMs" | "rate">;
}

/**
 * Counts in the main process what a process of this machine sends, so that an account has one limit for all of them.
 * Throws rate_limited as counting here does.
 */
export async function limitInMain(
  { accountId, mode, limits }: Sender,
  what: Limited["what"],
): Promise<unknown> {
  const limited: Limited = { accountId, mode, limits, what };
  const { state, refusal } = (await askMain(limited)) as LimitReply;
  if (refusal) {
    const { limit, ...details } = refusal;
    const { tooManyRequests, tooManyMessages } = sendingSentences;
    const over = what.kind === "messages" ? tooManyMessages : tooManyRequests;
    throw new AppError("rate_limited", over(limit), details);
  }
  return state;
}
