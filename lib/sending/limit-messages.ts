import { isCountedInMain } from "../core/env";
import { AppError } from "../core/errors";
import { limitInMain } from "./_limit-in-main";
import { messageQuota, messageWindowSeconds, type Taken, takeMessages } from "./_message-bucket";
import { keyOf, type Sender } from "./_rate-limiter";
import type { RateState } from "./limit-requests";
import { sendingSentences } from "./sentences";

/** Timers fire a little early, but whoever waits as long as told must get through. */
const slackMs = 10;

/**
 * Counts messages of an account before any is checked or stored, those of a batch one by one. Throws
 * rate_limited when they are too many, with the time after which the same number passes; then none counts.
 */
export async function limitMessages(sender: Sender, count: number): Promise<void> {
  if (messageQuota(sender) === 0) return;
  if (isCountedInMain()) return void (await limitInMain(sender, { kind: "messages", count }));
  const taken = await take(sender, count);
  if (!taken.isOver) return;
  const rate = stateOf(taken);
  throw new AppError(
    "rate_limited",
    sendingSentences.tooManyMessages({
      quota: messageQuota(sender),
      window: messageWindowSeconds,
      seconds: rate.resetSeconds,
    }),
    { retryAfterMs: rate.resetSeconds * 1000, rate },
  );
}

/** What is left of an account's messages; undefined without a limit. */
export async function messageRate(sender: Sender): Promise<RateState | undefined> {
  if (messageQuota(sender) === 0) return undefined;
  if (isCountedInMain()) {
    return (await limitInMain(sender, { kind: "message rate" })) as RateState | undefined;
  }
  return stateOf(await take(sender, 0));
}

/** The limit of messages in force as `RateLimit-Policy` wants it; undefined when it is off. */
export function messagePolicy(sender: Pick<Sender, "mode" | "limits">): string | undefined {
  const quota = messageQuota(sender);
  return quota > 0 ? `"messages";q=${quota};w=${messageWindowSeconds};qu="messages"` : undefined;
}

function take(sender: Sender, count: number): Promise<Taken> {
  return takeMessages({ key: keyOf(sender), quota: messageQuota(sender), count });
}

function stateOf({ remaining, waitMs }: Taken): RateState {
  const resetSeconds = Math.max(1, Math.ceil((waitMs + slackMs) / 1000));
  return { policy: "messages", remaining, resetSeconds };
}
