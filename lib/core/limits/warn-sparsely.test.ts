import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "../log";
import { warnSparsely } from "./warn-sparsely";

const warn = vi.spyOn(log(), "warn").mockImplementation(() => {});
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  warn.mockClear();
});

const warnings = () => warn.mock.calls.map(([fields]) => fields);

test("a flood is one warning per minute, which says how many were left out before it", () => {
  for (let time = 0; time < 500; time += 1) warnSparsely("flood", { cause: "x" }, "flood");
  expect(warnings()).toEqual([{ kind: "flood", cause: "x", leftOut: 0 }]);
  vi.advanceTimersByTime(60_000);
  warnSparsely("flood", { cause: "y" }, "flood");
  expect(warnings().slice(1)).toEqual([{ kind: "flood", cause: "y", leftOut: 499 }]);
});

test("each kind has its own minute", () => {
  for (const kind of ["one", "other", "one"]) warnSparsely(kind, {}, "message");
  expect(warnings()).toMatchObject([{ kind: "one" }, { kind: "other" }]);
});
