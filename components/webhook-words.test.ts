import { describe, expect, test } from "vitest";
import type { EndpointView } from "@/lib/webhooks/contract";
import { answerWords, exchangeWords, needsAttention } from "./webhook-words";

const nowMs = Date.UTC(2026, 4, 15, 12);
const endpoint = (changes: Partial<EndpointView>) =>
  ({ enabled: true, disabled_reason: null, failing_since: null, ...changes }) as EndpointView;
const minutesAgo = (minutes: number) => new Date(nowMs - minutes * 60_000).toISOString();

describe("an endpoint", () => {
  test.each([
    [{}, false],
    [{ failing_since: minutesAgo(9) }, false],
    [{ failing_since: minutesAgo(11) }, true],
    [{ enabled: false, disabled_reason: "manual" as const, failing_since: minutesAgo(60) }, false],
    [{ enabled: false, disabled_reason: "failing" as const }, true],
    [{ enabled: false, disabled_reason: "gone" as const }, true],
  ])("with %j needs attention: %s", (changes, expected) => {
    expect(needsAttention(endpoint(changes), nowMs)).toBe(expected);
  });
});

test.each([
  [200, null, "200"],
  [500, "status", "500"],
  [302, "redirect", "302: redirects aren't followed"],
  [null, "refused", "no response: the connection was refused"],
  [null, "something_new", "no response: something new"],
  [null, null, "–"],
])("%s with %s is “%s”", (status, error, words) => {
  expect(answerWords(status, error)).toBe(words);
});

test.each([
  [{ status: 204, error: null, duration_ms: 34 }, "Accepted with 204 in 34 ms"],
  [{ status: 500, error: "status", duration_ms: 34 }, "Failed with 500 in 34 ms"],
  [
    { status: null, error: "dns", duration_ms: 1500 },
    "No response after 1.5 s: the name was not found",
  ],
])("%j is “%s”", (exchange, words) => {
  expect(exchangeWords(exchange)).toBe(words);
});
