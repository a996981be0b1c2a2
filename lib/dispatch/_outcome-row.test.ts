import { expect, test } from "vitest";
import type { Requeue } from "../carriers/carrier";
import type { ClaimedMessage } from "../messages/claim-messages";
import { toOutcomeRow } from "./_outcome-row";

function retryMs(attempts: number, { retryAfterMs = null as number | null, trouble = false } = {}) {
  const message = {
    id: "1",
    attempts,
    offeredAt: null,
    offeredBefore: null,
  } as unknown as ClaimedMessage;
  const hold: Requeue = {
    kind: "requeue",
    reason: "carrier_error",
    detail: "HTTP 500",
    retryAfterMs,
    scope: "attempt",
    mayBeAccepted: true,
  };
  return (
    toOutcomeRow(message, hold, { isInTrouble: trouble, ambiguous: "hold" }).retry_ms ?? Number.NaN
  );
}

/** Jitter aside. */
const about = (ms: number) => ({ least: ms * 0.75, most: ms * 1.25 });

test.each([
  [1, 100],
  [2, 200],
  [3, 400],
  [4, 2000],
  [6, 30_000],
  [500, 30_000],
])(
  "attempt %i of a message that failed by itself is followed by a pause of about %i ms",
  (attempts, ms) => {
    for (let round = 0; round < 50; round += 1) {
      expect(retryMs(attempts)).toBeGreaterThanOrEqual(about(ms).least);
      expect(retryMs(attempts)).toBeLessThanOrEqual(about(ms).most);
    }
  },
);

test("a Retry-After counts if it is longer, up to a minute", () => {
  expect(retryMs(1, { retryAfterMs: 5000 })).toBe(5000);
  expect(retryMs(1, { retryAfterMs: 3_600_000 })).toBe(60_000);
  expect(retryMs(5, { retryAfterMs: 1000 })).toBeGreaterThan(7000);
});

test("while the carrier is in trouble its circuit breaker times the retry, and the attempt does not count", () => {
  expect(retryMs(500, { trouble: true })).toBe(100);
});
