import { describe, expect, test } from "vitest";
import { slots } from "./slots";

const hourMs = 3_600_000;

describe("slots", () => {
  test("a key has its own bound, and another key goes past those that wait for it", async () => {
    const places = slots({ perKey: 2, total: 4, waitingPerKey: 9, waitingTotal: 9 });
    const first = await places.acquire("greedy", 0);
    await places.acquire("greedy", 0);
    const order: string[] = [];
    const third = places.acquire("greedy", hourMs).then(() => order.push("greedy"));
    expect(await places.acquire("modest", 0)).toBeDefined();
    order.push("modest");
    first?.();
    await third;
    expect(order).toEqual(["modest", "greedy"]);
  });

  test("all places taken: callers get theirs in the order they came, whatever their key", async () => {
    const places = slots({ perKey: 1, total: 1, waitingPerKey: 9, waitingTotal: 9 });
    const release = await places.acquire("one", 0);
    const order: string[] = [];
    const others = ["two", "three", "four"].map(async (key) => {
      const own = await places.acquire(key, hourMs);
      order.push(key);
      own?.();
    });
    release?.();
    await Promise.all(others);
    expect(order).toEqual(["two", "three", "four"]);
  });

  test("who waits too long, or finds too many of its key waiting, gets none", async () => {
    const places = slots({ perKey: 1, total: 9, waitingPerKey: 1, waitingTotal: 9 });
    const release = await places.acquire("one", 0);
    const late = places.acquire("one", 5);
    expect(await places.acquire("one", hourMs)).toBeUndefined();
    expect(await late).toBeUndefined();
    release?.();
    expect(await places.acquire("one", 0)).toBeDefined();
  });

  test("a full waiting line takes nobody", async () => {
    const places = slots({ perKey: 1, total: 1, waitingPerKey: 1, waitingTotal: 1 });
    const release = await places.acquire("one", 0);
    const second = places.acquire("two", hourMs);
    expect(await places.acquire("three", hourMs)).toBeUndefined();
    release?.();
    expect(await second).toBeDefined();
  });

  test("a place given back twice counts once", async () => {
    const places = slots({ perKey: 1, total: 2, waitingPerKey: 0, waitingTotal: 9 });
    const release = await places.acquire("one", 0);
    release?.();
    release?.();
    expect(await places.acquire("one", 0)).toBeDefined();
    expect(await places.acquire("one", 0)).toBeUndefined();
  });

  test("work gives its place back when it ends or fails, and is refused without one", async () => {
    const places = slots({ perKey: 1, total: 1, waitingPerKey: 0, waitingTotal: 0 });
    const wait = { maxWaitMs: hourMs, refuse: () => new Error("full") };
    const failed = places.run("one", wait, () => Promise.reject(new Error("broken")));
    await expect(places.run("two", wait, async () => "done")).rejects.toThrow("full");
    await expect(failed).rejects.toThrow("broken");
    expect(await places.run("two", wait, async () => "done")).toBe("done");
  });
});
