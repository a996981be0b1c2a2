import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Part, type PartOutcome, sharedBatch } from "./shared-batch";

/** A gate that a test opens by hand, so that nothing depends on time. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const turn = () => new Promise<void>(setImmediate);

/** A shared batch of texts by their first letter, each batch of which stays under way until its gate is opened. */
function gated({ concurrency = 1, maxBatch = 100 } = {}) {
  const batches: string[][] = [];
  const gates: ReturnType<typeof gate>[] = [];
  const add = sharedBatch<string, string>({
    concurrency,
    maxBatch,
    keyOf: (item) => item.charAt(0),
    run: async (parts) => {
      batches.push(parts.flatMap(({ items }) => items));
      const each = gate();
      gates.push(each);
      await each.opened;
      return parts.map(({ items }) => items);
    },
  });
  /** Opens gate after gate until nothing is under way. */
  const finish = async () => {
    for (let place = 0; place < gates.length; place += 1) {
      gates[place]?.open();
      await turn();
      await turn();
    }
  };
  return { add, batches, gates, finish };
}

describe("sharing a batch", () => {
  test("what arrives at the same moment goes together, whosever it is", async () => {
    const { add, batches, finish } = gated();
    const answers = Promise.all(["a1", "b1", "a2", "c1"].map(add));
    await turn();
    expect(batches).toEqual([["a1", "a2", "b1", "c1"]]);
    await finish();
    expect(await answers).toEqual(["a1", "b1", "a2", "c1"]);
  });

  test("a second batch takes what arrives meanwhile, but for the keys of the first, which stay in order", async () => {
    const { add, batches, finish } = gated({ concurrency: 2 });
    const first = add("a1");
    await turn();
    const rest = Promise.all([add("a2"), add("b1")]);
    await turn();
    expect(batches).toEqual([["a1"], ["b1"]]);
    await finish();
    await Promise.all([first, rest]);
    expect(batches).toEqual([["a1"], ["b1"], ["a2"]]);
  });

  test("no more batches are under way than may be", async () => {
    const { add, batches, finish } = gated({ concurrency: 2 });
    const answers: Promise<string>[] = [];
    for (const item of ["a1", "b1", "c1", "d1"]) {
      answers.push(add(item));
      await turn();
    }
    expect(batches).toEqual([["a1"], ["b1"]]);
    await finish();
    await Promise.all(answers);
    expect(batches[2]).toEqual(["c1", "d1"]);
  });

  test("a flood of one key leaves everybody else their share of each batch, and takes what is left", async () => {
    const { add, batches, finish } = gated({ maxBatch: 6 });
    const flood = Array.from({ length: 12 }, (_, place) => add(`a${place}`));
    const others = ["b1", "c1"].map(add);
    await turn();
    expect(batches).toEqual([["a0", "a1", "a2", "a3", "b1", "c1"]]);
    const late = Array.from({ length: 3 }, (_, place) => add(`d${place}`));
    await finish();
    await Promise.all([...flood, ...others, ...late]);
    expect(batches[1]).toEqual(["a4", "a5", "a6", "d0", "d1", "d2"]);
  });

  test("more keys than a batch has places take turns", async () => {
    const { add, batches, finish } = gated({ maxBatch: 2 });
    const answers = ["a1", "a2", "b1", "b2", "c1"].map(add);
    await turn();
    await finish();
    await Promise.all(answers);
    expect(batches).toEqual([["a1", "b1"], ["c1", "a2"], ["b2"]]);
  });

  test("a part that takes longer keeps its key waiting, and nobody else", async () => {
    const { open, opened } = gate();
    const batches: string[][] = [];
    const add = sharedBatch<string, string>({
      concurrency: 1,
      maxBatch: 10,
      keyOf: (item) => item.charAt(0),
      run: async (parts) => {
        batches.push(parts.flatMap(({ items }) => items));
        return parts.map(({ key, items }) => (key === "a" ? opened.then(() => items) : items));
      },
    });
    const slow = add("a1");
    expect(await add("b1")).toBe("b1");
    const next = add("a2");
    expect(await add("b2")).toBe("b2");
    expect(batches).toEqual([["a1", "b1"], ["b2"]]);
    open();
    expect(await Promise.all([slow, next])).toEqual(["a1", "a2"]);
    expect(batches[2]).toEqual(["a2"]);
  });
});

interface Item {
  key: string;
  number: number;
  fate: "fine" | "bad" | "late" | "late failure" | "fatal" | "thrown";
}

const item = fc.record({
  key: fc.constantFrom("a", "b", "c", "d"),
  number: fc.nat(),
  fate: fc.constantFrom<Item["fate"]>(
    ...(["fine", "fine", "fine", "bad", "late", "late failure", "fatal", "thrown"] as const),
  ),
});

/** Runs parts as their items' fates say, and records what ran, and how much at once. */
function recorded() {
  const ran = new Map<string, Item[]>();
  const under = new Set<string>();
  const seen = { running: 0, mostRunning: 0, mostItems: 0, isKeyTwice: false };

  async function finish({ key, items }: Part<Item>): Promise<(number | Error)[]> {
    if (items.some(({ fate }) => fate.startsWith("late"))) await turn();
    under.delete(key);
    if (items.some(({ fate }) => fate === "late failure")) throw new Error("whole part");
    return items.map(({ fate, number }) => (fate === "bad" ? new Error("bad item") : number));
  }

  async function run(parts: Part<Item>[]): Promise<PartOutcome<number>[]> {
    seen.running += 1;
    seen.mostRunning = Math.max(seen.mostRunning, seen.running);
    const sizes = parts.map(({ items }) => items.length);
    seen.mostItems = Math.max(
      seen.mostItems,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    for (const { key, items } of parts) {
      seen.isKeyTwice ||= under.has(key);
      under.add(key);
      ran.set(key, [...(ran.get(key) ?? []), ...items]);
    }
    await turn();
    seen.running -= 1;
    if (parts.some(({ items }) => items.some(({ fate }) => fate === "fatal"))) {
      for (const { key } of parts) under.delete(key);
      throw new Error("whole batch");
    }
    return parts.map(finish);
  }

  const add = sharedBatch<Item, number>({
    concurrency: 2,
    maxBatch: 5,
    keyOf({ key, fate }) {
      if (fate === "thrown") throw new Error("no key");
      return key;
    },
    run,
  });
  return { add, ran, seen };
}

function expectOwn(outcome: PromiseSettledResult<number>, { fate, number }: Item) {
  if (outcome.status === "fulfilled") {
    expect(["fine", "late"]).toContain(fate);
    expect(outcome.value).toBe(number);
  } else {
    expect(outcome.reason.message).toMatch(fate === "thrown" ? /no key/ : /whole|bad/);
  }
}

test("whatever fails in between, each caller gets its own outcome, and each key runs its items in order, once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(item, { maxLength: 14 }), { maxLength: 4 }),
      async (waves) => {
        const { add, ran, seen } = recorded();
        const outcomes: Promise<PromiseSettledResult<number>[]>[] = [];
        for (const wave of waves) {
          outcomes.push(Promise.allSettled(wave.map(add)));
          await turn();
        }
        const settled = (await Promise.all(outcomes)).flat();
        const all = waves.flat();
        for (const [place, outcome] of settled.entries()) expectOwn(outcome, all[place] as Item);
        for (const key of ["a", "b", "c", "d"]) {
          const wanted = all.filter((each) => each.key === key && each.fate !== "thrown");
          expect(ran.get(key) ?? []).toEqual(wanted);
        }
        expect(seen).toMatchObject({ running: 0, isKeyTwice: false });
        expect(seen.mostRunning).toBeLessThanOrEqual(2);
        expect(seen.mostItems).toBeLessThanOrEqual(5);
      },
    ),
    { numRuns: 60 },
  );
});
