import { env } from "../core/env";

const jitter = 0.2;

interface Failure {
  /** Tries made since the event or its last replay, this one included. */
  tries: number;
  /** What the receiver asked for. */
  retryAfterMs: number | null;
  /** From 0 to 1. */
  chance: number;
}

/**
 * How long to wait after a failure: the schedule's step, 20 % either way, and no less than the receiver
 * asked for. Null when the schedule is used up.
 */
export function nextTryMs({ tries, retryAfterMs, chance }: Failure): number | null {
  const seconds = env().WEBHOOK_RETRY_SCHEDULE[tries];
  if (seconds === undefined) return null;
  const waitMs = seconds * 1000 * (1 - jitter + 2 * jitter * chance);
  return Math.round(Math.max(waitMs, retryAfterMs ?? 0));
}
