import { describe, expect, test } from "vitest";
import { microBatch } from "./micro-batch";

/** A gate that a test opens by hand, so that nothing depends on time. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("gathering", () => {
  test("what arrives at the same moment goes together, and what arrives meanwhile is the next batch, in order", async () => {
    const { open, opened } = gate();
    const started = gate();
    const batches: number[][] = [];
    const add = microBatch<number, number>({
      maxBatch: 100,
      keyOf: () => "one",
      run: async (_key, items) => {
        batches.push(items);
        started.open();
        await opened;
        return items.map((item) => item * 10);
      },
    });
    const first = Promise.all([1, 2].map(add));
    await started.opened;
    const second = Promise.all([3, 4].map(add));
    open();
    expect(await first).toEqual([10, 20]);
    expect(await second).toEqual([30, 40]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("never exceeds the batch size and never runs a key twice at once", async () => {
    let running = 0;
    let most = 0;
    const sizes: number[] = [];
    const add = microBatch<number, number>({
      maxBatch: 3,
      keyOf: () => "one",
      run: async (_key, items) => {
        running += 1;
        most = Math.max(most, running);
        sizes.push(items.length);
        await Promise.resolve();
        running -= 1;
        return items;
      },
    });
    await Promise.all(Array.from({ length: 10 }, (_, item) => add(item)));
    expect(most).toBe(1);
    expect(Math.max(...sizes)).toBe(3);
  });

  test("a busy key does not hold up another", async () => {
    const { open, opened } = gate();
    const add = microBatch<string, string>({
      maxBatch: 10,
      keyOf: (item) => item,
      run: async (key, items) => {
        if (key === "slow") await opened;
        return items;
      },
    });
    const slow = add("slow");
    expect(await add("quick")).toBe("quick");
    open();
    expect(await slow).toBe("slow");
  });

  test("an error in a place rejects that caller alone; a failed batch rejects its callers and not the next", async () => {
    let calls = 0;
    const add = microBatch<string, string>({
      maxBatch: 10,
      keyOf: () => "one",
      run: async (_key, items) => {
        calls += 1;
        if (calls === 1) throw new Error("database away");
        return items.map((item) => (item === "bad" ? new Error("bad item") : item));
      },
    });
    const [first] = await Promise.allSettled([add("first")]);
    const [bad, good] = await Promise.allSettled([add("bad"), add("good")]);
    expect(first).toMatchObject({ status: "rejected", reason: { message: "database away" } });
    expect(bad).toMatchObject({ status: "rejected", reason: { message: "bad item" } });
    expect(good).toMatchObject({ status: "fulfilled", value: "good" });
  });
});
