import { env } from "../core/env";

/** Failures in a row after which an endpoint is only probed. */
const failureThreshold = 5;
const defaultCooldownMs = 5000;
/** Each failed probe doubles the cooldown, up to this many times the first one. */
const maxCooldowns = 12;

export interface Breaker {
  /** How many deliveries may be claimed now: none while open, one to probe, a batch when all is well. */
  capacity(batchSize: number): number;
  isOpen(): boolean;
  /** Nothing to remember: the endpoint does well. */
  isHealthy(): boolean;
  recordSuccess(): void;
  /** `pauseMs` is what the receiver asked for, if it did. */
  recordFailure(pauseMs: number | null): void;
}

/** Keeps one process from hammering an endpoint that is down, and its deliveries from using up their tries. */
export function newBreaker(now: () => number = () => performance.now()): Breaker {
  const firstCooldownMs = Math.max(
    10,
    (env().WEBHOOK_RETRY_SCHEDULE[1] ?? defaultCooldownMs / 1000) * 1000,
  );
  const maxCooldownMs = firstCooldownMs * maxCooldowns;
  let failures = 0;
  let cooldownMs = firstCooldownMs;
  let openUntil = 0;
  const isOpen = () => now() < openUntil;
  return {
    isOpen,
    isHealthy: () => failures === 0 && !isOpen(),
    capacity(batchSize) {
      if (isOpen()) return 0;
      return failures >= failureThreshold ? 1 : batchSize;
    },
    recordSuccess() {
      failures = 0;
      cooldownMs = firstCooldownMs;
    },
    recordFailure(pauseMs) {
      failures += 1;
      if (failures >= failureThreshold && !isOpen()) {
        openUntil = now() + cooldownMs;
        cooldownMs = Math.min(cooldownMs * 2, maxCooldownMs);
      }
      if (pauseMs) openUntil = Math.max(openUntil, now() + Math.min(pauseMs, maxCooldownMs));
    },
  };
}
