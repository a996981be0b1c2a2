import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Release, slots } from "./slots";

const bounds = { perKey: 2, total: 4, waitingPerKey: 3, waitingTotal: 6 };
const keys = ["a", "b", "c", "d"];
const maxWaitMs = 100;

type Move = { acquire: string } | { release: number } | { passMs: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ acquire: fc.constantFrom(...keys) }) },
  { weight: 3, arbitrary: fc.record({ release: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ passMs: fc.integer({ min: 1, max: 150 }) }) },
);

interface Caller {
  key: string;
  state: "waiting" | "inside" | "refused" | "gone";
  release?: Release | undefined;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Callers of places, each of whom knows how it fared. */
class Crowd {
  readonly callers: Caller[] = [];
  private readonly places = slots(bounds);

  async make(next: Move): Promise<void> {
    if ("acquire" in next) this.acquire(next.acquire);
    else if ("passMs" in next) await vi.advanceTimersByTimeAsync(next.passMs);
    else this.release(next.release);
    // What the move has led to has then happened.
    await new Promise(setImmediate);
  }

  in(state: Caller["state"], key?: string): Caller[] {
    return this.callers.filter((each) => each.state === state && (!key || each.key === key));
  }

  private acquire(key: string): void {
    const caller: Caller = { key, state: "waiting" };
    this.callers.push(caller);
    void this.places.acquire(key, maxWaitMs).then((release) => {
      caller.state = release ? "inside" : "refused";
      caller.release = release;
    });
  }

  private release(place: number): void {
    const inside = this.in("inside");
    const caller = inside[place % Math.max(1, inside.length)];
    if (!caller) return;
    caller.state = "gone";
    caller.release?.();
  }
}

test("whatever the order of coming, going and giving up: no bound is passed, and no free place is withheld", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 60 }), async (moves) => {
      const crowd = new Crowd();
      for (const next of moves) {
        await crowd.make(next);
        expect(crowd.in("inside").length).toBeLessThanOrEqual(bounds.total);
        expect(crowd.in("waiting").length).toBeLessThanOrEqual(bounds.waitingTotal);
        for (const key of keys) {
          expect(crowd.in("inside", key).length).toBeLessThanOrEqual(bounds.perKey);
          expect(crowd.in("waiting", key).length).toBeLessThanOrEqual(bounds.waitingPerKey);
          const isFree =
            crowd.in("inside").length < bounds.total &&
            crowd.in("inside", key).length < bounds.perKey;
          if (isFree) expect(crowd.in("waiting", key)).toEqual([]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("of one key whoever came first is admitted first, and all places come back in the end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 60 }), async (moves) => {
      const crowd = new Crowd();
      for (const next of moves) await crowd.make(next);
      for (const key of keys) {
        const states = crowd.callers.filter((each) => each.key === key).map(({ state }) => state);
        const firstWaiting = states.indexOf("waiting");
        const last = Math.max(states.lastIndexOf("inside"), states.lastIndexOf("gone"));
        if (firstWaiting >= 0) expect(firstWaiting).toBeGreaterThan(last);
      }
      await crowd.make({ passMs: 1000 });
      while (crowd.in("inside").length > 0) await crowd.make({ release: 0 });
      for (const key of ["x", "x", "y", "y"]) await crowd.make({ acquire: key });
      expect(crowd.in("inside")).toHaveLength(bounds.total);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 40 },
  );
});
