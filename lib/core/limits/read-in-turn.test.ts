import { expect, test } from "vitest";
import { readInTurn } from "./read-in-turn";

test("however much one account reads at once, another's list is read beside it", async () => {
  let reading = 0;
  let most = 0;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reads = Array.from({ length: 60 }, () =>
    readInTurn("greedy", async () => {
      reading += 1;
      most = Math.max(most, reading);
      await held;
      reading -= 1;
    }),
  );
  await expect(readInTurn("other", async () => "read")).resolves.toBe("read");
  release();
  await Promise.all(reads);
  expect(most).toBe(3);
});

test("whoever finds no place in time is told to come back", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reads = Array.from({ length: 3 }, () => readInTurn("slow", () => held));
  const waiting = Array.from({ length: 501 }, () => readInTurn("slow", async () => undefined));
  const outcomes = Promise.allSettled(waiting);
  await expect(waiting[500]).rejects.toMatchObject({
    code: "rate_limited",
    details: { retryAfterMs: 2000 },
  });
  release();
  await Promise.all(reads);
  expect((await outcomes).filter(({ status }) => status === "fulfilled")).toHaveLength(500);
});
