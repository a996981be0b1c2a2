import fc from "fast-check";
import { expect, test } from "vitest";
import { microBatch } from "./micro-batch";

interface Item {
  key: string;
  number: number;
  fate: "fine" | "bad" | "fatal" | "thrown";
}

const item = fc.record({
  key: fc.constantFrom("a", "b", "c"),
  number: fc.nat(),
  fate: fc.constantFrom<Item["fate"]>("fine", "fine", "fine", "fine", "bad", "fatal", "thrown"),
});

/** A group commit that records what it is asked to run, and how much of it at once. */
function recorded() {
  const ran = new Map<string, Item[]>();
  const inFlight = new Map<string, number>();
  let mostPerKey = 0;
  let mostInBatch = 0;
  async function run(key: string, items: Item[]): Promise<(number | Error)[]> {
    const atOnce = (inFlight.get(key) ?? 0) + 1;
    inFlight.set(key, atOnce);
    mostPerKey = Math.max(mostPerKey, atOnce);
    mostInBatch = Math.max(mostInBatch, items.length);
    ran.set(key, [...(ran.get(key) ?? []), ...items]);
    await new Promise(setImmediate);
    inFlight.set(key, atOnce - 1);
    if (items.some(({ fate }) => fate === "fatal")) throw new Error("whole batch");
    return items.map(({ fate, number }) => (fate === "bad" ? new Error("bad item") : number));
  }
  const add = microBatch<Item, number>({
    maxBatch: 4,
    keyOf({ key, fate }) {
      if (fate === "thrown") throw new Error("no key");
      return key;
    },
    run,
  });
  return { add, ran, mostPerKey: () => mostPerKey, mostInBatch: () => mostInBatch };
}

test("whatever fails in between, each caller gets its own outcome, and each key runs its items in order, once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(item, { maxLength: 12 }), { maxLength: 4 }),
      async (waves) => {
        const { add, ran, mostPerKey, mostInBatch } = recorded();
        const outcomes: Promise<PromiseSettledResult<number>[]>[] = [];
        for (const wave of waves) {
          outcomes.push(Promise.allSettled(wave.map(add)));
          await new Promise(setImmediate);
        }
        const all = waves.flat();
        const settled = (await Promise.all(outcomes)).flat();
        for (const [place, outcome] of settled.entries()) {
          const { fate, number } = all[place] as Item;
          if (outcome.status === "fulfilled")
            expect([fate, outcome.value]).toEqual(["fine", number]);
          else {
            const failures = { fine: /whole/, bad: /bad|whole/, fatal: /whole/, thrown: /no key/ };
            expect(outcome.reason.message).toMatch(failures[fate]);
          }
        }
        for (const key of ["a", "b", "c"]) {
          const wanted = all.filter((each) => each.key === key && each.fate !== "thrown");
          expect(ran.get(key) ?? []).toEqual(wanted);
        }
        expect(mostPerKey()).toBeLessThanOrEqual(1);
        expect(mostInBatch()).toBeLessThanOrEqual(4);
      },
    ),
    { numRuns: 60 },
  );
});

test("an item added by the outcome of the last one is run, too: the end of a batch loses nobody", async () => {
  const { add, ran } = recorded();
  const one: Item = { key: "a", number: 1, fate: "fine" };
  for (let round = 0; round < 50; round += 1) {
    const again = add(one).then(() => add({ ...one, number: 2 }));
    await expect(again).resolves.toBe(2);
  }
  expect(ran.get("a")).toHaveLength(100);
});

test("work that throws before it has begun rejects its batch, and the key serves the next", async () => {
  let calls = 0;
  const add = microBatch<string, string>({
    maxBatch: 10,
    keyOf: () => "one",
    run(_key, items) {
      calls += 1;
      if (calls === 1) throw new Error("not even a promise");
      return Promise.resolve(items);
    },
  });
  await expect(add("first")).rejects.toThrow("not even a promise");
  await expect(add("second")).resolves.toBe("second");
});
