import { describe, expect, test } from "vitest";
import { runLoop } from "./run-loop";

const hourMs = 3_600_000;

describe("a worker loop", () => {
  test("looks again at once while there is work, and when it is woken", async () => {
    const left = [3, 2, 0, 1, 0];
    let looks = 0;
    const loop = runLoop({
      name: "test",
      everyMs: hourMs,
      work: async () => {
        looks += 1;
        return left.shift() ?? 0;
      },
    });
    await expect.poll(() => looks).toBe(3);
    loop.wake();
    await expect.poll(() => looks).toBe(5);
    await loop.stop();
  });

  test("goes on after a failure", async () => {
    let looks = 0;
    const loop = runLoop({
      name: "test",
      everyMs: 1,
      work: async () => {
        looks += 1;
        if (looks === 1) throw new Error("database away");
      },
    });
    await expect.poll(() => looks, { timeout: 5000 }).toBeGreaterThan(1);
    await loop.stop();
  });

  test("stops only when the work in hand is done, and starts no more", async () => {
    let finish = () => {};
    let isDone = false;
    let looks = 0;
    const loop = runLoop({
      name: "test",
      everyMs: 1,
      work: async () => {
        looks += 1;
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        isDone = true;
        return 1;
      },
    });
    await expect.poll(() => looks).toBe(1);
    const stopped = loop.stop();
    finish();
    await stopped;
    expect(isDone).toBe(true);
    expect(looks).toBe(1);
  });
});
