import { describe, expect, test } from "vitest";
import type { TokenView } from "@/lib/tokens/contract";
import { tokenWords } from "../words";
import { hasEnded, isIdle, splitTime } from "./token-state";

const nowMs = Date.UTC(2026, 4, 15);
const dayMs = 86_400_000;
const token = (changes: Partial<TokenView>) =>
  ({ revoked_at: null, expires_at: null, last_used_at: null, ...changes }) as TokenView;
const at = (days: number) => new Date(nowMs + days * dayMs).toISOString();

describe("a token", () => {
  test.each([
    [{}, false],
    [{ expires_at: at(1) }, false],
    [{ expires_at: at(0) }, true],
    [{ revoked_at: at(-1) }, true],
  ])("with %j has ended: %s", (changes, expected) => {
    expect(hasEnded(token(changes), nowMs)).toBe(expected);
  });

  test.each([
    [{}, true],
    [{ last_used_at: at(-91) }, true],
    [{ last_used_at: at(-89) }, false],
  ])("with %j is idle: %s", (changes, expected) => {
    expect(isIdle(token(changes), nowMs)).toBe(expected);
  });
});

test.each([
  [86_399_000, "23 h 59 min", "23 godz. 59 min"],
  [168 * 3_600_000, "168 h 0 min", "168 godz. 0 min"],
  [250_000, "4 min 10 s", "4 min 10 s"],
  [8_001, "9 s", "9 s"],
  [-1, "0 s", "0 s"],
])("%s ms left are %s, in Polish %s", (ms, english, polish) => {
  expect(tokenWords.en.left(...splitTime(ms))).toBe(english);
  expect(tokenWords.pl.left(...splitTime(ms))).toBe(polish);
});

test("requests are counted in words", () => {
  const { en, pl } = tokenWords;
  expect([0, 1, 4312].map(en.requests)).toEqual(["0 requests", "1 request", "4,312 requests"]);
  expect([1, 3, 5].map(pl.requests)).toEqual(["1 żądanie", "3 żądania", "5 żądań"]);
});
