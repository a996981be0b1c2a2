import { describe, expect, test } from "vitest";
import { RequestLimit } from "./request-limit";

const never = () => Date.now() + 60_000;

/** Begins and ends so many requests, one after the other. */
async function pass(limit: RequestLimit, count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) (await limit.acquire(never()))?.();
}

/** Whether a request could begin by now; it stays in flight. */
async function begins(limit: RequestLimit): Promise<boolean> {
  return (await limit.acquire(Date.now() + 20)) !== undefined;
}

async function fill(limit: RequestLimit, count: number): Promise<(() => void)[]> {
  const ends = [];
  for (let place = 0; place < count; place += 1) {
    ends.push((await limit.acquire(never())) ?? (() => {}));
  }
  return ends;
}

describe("a request limit", () => {
  test("lets so many be in flight, and the next one when one ends, in turn", async () => {
    const limit = new RequestLimit({ slots: 2, maxStragglers: 9 });
    const [end] = await fill(limit, 2);
    expect(await begins(limit)).toBe(false);
    const order: string[] = [];
    const first = limit.acquire(never()).then(() => order.push("first"));
    const second = limit.acquire(never()).then((done) => {
      order.push("second");
      done?.();
    });
    end?.();
    await first;
    expect(order).toEqual(["first"]);
    expect(await Promise.race([second, begins(limit)])).toBe(false);
  });

  test("counts a request that many later ones overtook no longer", async () => {
    const limit = new RequestLimit({ slots: 4, maxStragglers: 9 });
    await fill(limit, 3);
    await pass(limit, 3);
    expect(await begins(limit)).toBe(true);
    expect(await begins(limit)).toBe(false);
  });

  test("keeps three hung requests of four from stopping the fourth, for ever", async () => {
    const limit = new RequestLimit({ slots: 4, maxStragglers: 30 });
    for (let round = 0; round < 10; round += 1) {
      await fill(limit, 3);
      await pass(limit, 10);
    }
    expect((await fill(limit, 4)).length).toBe(4);
  });

  test("is no larger for a carrier that is slow with all of them", async () => {
    const limit = new RequestLimit({ slots: 4, maxStragglers: 30 });
    let inFlight = await fill(limit, 4);
    for (let round = 0; round < 10; round += 1) {
      for (const end of inFlight) end();
      inFlight = await fill(limit, 4);
      expect(await begins(limit)).toBe(false);
    }
  });

  test("holds no more stragglers than it may", async () => {
    const limit = new RequestLimit({ slots: 2, maxStragglers: 3 });
    for (let round = 0; round < 3; round += 1) {
      await fill(limit, 1);
      await pass(limit, 2);
    }
    const [last] = await fill(limit, 1);
    await pass(limit, 10);
    expect(await begins(limit)).toBe(true);
    expect(await begins(limit)).toBe(false);
    last?.();
    expect(await begins(limit)).toBe(true);
  });
});
