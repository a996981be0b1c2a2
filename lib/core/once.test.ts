import { expect, test } from "vitest";
import { once, oncePer } from "./once";

test("a value is made with the first call, and is the same from then on, even when it is undefined", () => {
  let calls = 0;
  const value = once(() => {
    calls += 1;
    return undefined;
  });
  expect(calls).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(calls).toBe(1);
});

test("what failed is tried again by the next call", () => {
  let calls = 0;
  const value = once(() => {
    calls += 1;
    if (calls === 1) throw new Error("not yet");
    return calls;
  });
  expect(value).toThrow("not yet");
  expect([value(), value()]).toEqual([2, 2]);
});

test("each key has a value of its own", () => {
  const listOf = oncePer((name: string) => [name]);
  expect(listOf("a")).toBe(listOf("a"));
  expect(listOf("b")).toEqual(["b"]);
});
