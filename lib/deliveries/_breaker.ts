import { env } from "../core/env";

/** Failures in a row after which an endpoint is only probed. */
const tolerated = 5;
const usualHoldMs = 5000;
/** Each failed probe doubles the hold, up to this many times the first one. */
const longestHolds = 12;

export interface Breaker {
  /** How many deliveries may be claimed now: none while open, one to probe, a batch when all is well. */
  room(batchSize: number): number;
  isOpen(): boolean;
  /** Nothing to remember: the endpoint does well. */
  isCalm(): boolean;
  noteSuccess(): void;
  /** `pauseMs` is what the receiver asked for, if it did. */
  noteFailure(pauseMs: number | null): void;
}

/** Keeps one process from hammering an endpoint that is down, and its deliveries from using up their tries. */
export function newBreaker(now: () => number = () => performance.now()): Breaker {
  const firstHoldMs = Math.max(10, (env().WEBHOOK_RETRY_SCHEDULE[1] ?? usualHoldMs / 1000) * 1000);
  const longestHoldMs = firstHoldMs * longestHolds;
  let failures = 0;
  let holdMs = firstHoldMs;
  let openUntil = 0;
  const isOpen = () => now() < openUntil;
  return {
    isOpen,
    isCalm: () => failures === 0 && !isOpen(),
    room(batchSize) {
      if (isOpen()) return 0;
      return failures >= tolerated ? 1 : batchSize;
    },
    noteSuccess() {
      failures = 0;
      holdMs = firstHoldMs;
    },
    noteFailure(pauseMs) {
      failures += 1;
      if (failures >= tolerated && !isOpen()) {
        openUntil = now() + holdMs;
        holdMs = Math.min(holdMs * 2, longestHoldMs);
      }
      if (pauseMs) openUntil = Math.max(openUntil, now() + Math.min(pauseMs, longestHoldMs));
    },
  };
}
