import { expect, test } from "vitest";
import { isWithinLimit } from "./is-within-limit";

const flood = async (name: string, limit: { points: number; seconds: number }) => {
  const passed = await Promise.all(Array.from({ length: 50 }, () => isWithinLimit(name, limit)));
  return passed.filter(Boolean).length;
};

test("of a flood only as much passes as the limit says, and another limit has its own count", async () => {
  expect(await flood("callbacks", { points: 7, seconds: 60 })).toBe(7);
  expect(await flood("callbacks", { points: 7, seconds: 60 })).toBe(0);
  expect(await flood("rejections", { points: 3, seconds: 60 })).toBe(3);
});

test("the next window lets as much through again", async () => {
  const limit = { points: 2, seconds: 1 };
  expect(await flood("short", limit)).toBe(2);
  await expect.poll(() => isWithinLimit("short", limit), { timeout: 10_000 }).toBe(true);
});
