import { expect, test, vi } from "vitest";
import { newBreaker } from "./_breaker";
import { nextTryMs } from "./_next-try";

vi.stubEnv("WEBHOOK_RETRY_SCHEDULE", "0,5,300");

test("five failures in a row open it, a probe that succeeds closes it", () => {
  let now = 0;
  const breaker = newBreaker(() => now);
  for (let count = 0; count < 4; count += 1) breaker.recordFailure(null);
  expect(breaker.capacity(40)).toBe(40);
  breaker.recordFailure(null);
  expect(breaker.capacity(40)).toBe(0);
  now = 5000;
  expect(breaker.capacity(40)).toBe(1);
  breaker.recordSuccess();
  expect(breaker.capacity(40)).toBe(40);
  expect(breaker.isHealthy()).toBe(true);
});

test("each failed probe doubles the cooldown, up to a minute", () => {
  let now = 0;
  const breaker = newBreaker(() => now);
  const holds: number[] = [];
  for (let count = 0; count < 5; count += 1) breaker.recordFailure(null);
  for (let probe = 0; probe < 6; probe += 1) {
    const start = now;
    while (breaker.isOpen()) now += 500;
    holds.push((now - start) / 1000);
    breaker.recordFailure(null);
  }
  expect(holds).toEqual([5, 10, 20, 40, 60, 60]);
});

test("failures that were in flight when it opened hold nothing longer, and one in between resets the row", () => {
  let now = 0;
  const breaker = newBreaker(() => now);
  for (let count = 0; count < 8; count += 1) breaker.recordFailure(null);
  now = 5000;
  expect(breaker.isOpen()).toBe(false);
  const other = newBreaker(() => now);
  for (let count = 0; count < 20; count += 1) {
    if (count % 4 === 0) other.recordSuccess();
    else other.recordFailure(null);
  }
  expect(other.isOpen()).toBe(false);
});

test("a receiver that asks for a pause gets it, a minute at most", () => {
  let now = 0;
  const breaker = newBreaker(() => now);
  breaker.recordFailure(3000);
  expect(breaker.capacity(40)).toBe(0);
  now = 3000;
  expect(breaker.capacity(40)).toBe(40);
  breaker.recordFailure(3_600_000);
  now = 63_000;
  expect(breaker.capacity(40)).toBe(40);
});

test.each([
  [{ tries: 1, retryAfterMs: null, chance: 0.5 }, 5000],
  [{ tries: 1, retryAfterMs: null, chance: 0 }, 4000],
  [{ tries: 1, retryAfterMs: null, chance: 1 }, 6000],
  [{ tries: 2, retryAfterMs: 1000, chance: 0.5 }, 300_000],
  [{ tries: 1, retryAfterMs: 90_000, chance: 0.5 }, 90_000],
  [{ tries: 3, retryAfterMs: 90_000, chance: 0.5 }, null],
])("the next try after %j is in %j ms", (failure, waitMs) => {
  expect(nextTryMs(failure)).toBe(waitMs);
});
