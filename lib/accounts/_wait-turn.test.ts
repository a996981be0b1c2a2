import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Pace, waitTurn } from "./_wait-turn";

const pace: Pace = { name: "tests", everyMs: 500, maxWaitMs: 30_000 };
let key = "";
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  key = randomUUID();
});
afterEach(async () => {
  // Every queue ends by itself, and leaves no timer behind.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** How those fared who came in this order, each with a rank. */
function come(...ranks: number[]): string[] {
  const fates = ranks.map(() => "waiting");
  for (const [place, rank] of ranks.entries()) {
    waitTurn(key, rank, pace).then(
      () => {
        fates[place] = "admitted";
      },
      (error) => {
        fates[place] = error.code;
      },
    );
  }
  return fates;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const admitted = (fates: string[]) => fates.filter((each) => each === "admitted").length;

test("the first goes at once, and then one in each interval", async () => {
  const fates = come(1, 1, 1);
  await pass(0);
  expect(fates).toEqual(["admitted", "waiting", "waiting"]);
  await pass(499);
  expect(admitted(fates)).toBe(1);
  await pass(1);
  expect(admitted(fates)).toBe(2);
  await pass(500);
  expect(admitted(fates)).toBe(3);
});

test("who has guessed least goes first, however many came before", async () => {
  const fates = come(9, ...Array<number>(50).fill(9), 2);
  await pass(500);
  expect(fates.at(-1)).toBe("admitted");
  expect(admitted(fates)).toBe(2);
});

test("a turn that nobody wanted is not saved up: the next pair still comes one by one", async () => {
  come(1);
  await pass(500);
  const fates = come(1, 1);
  await pass(0);
  expect(admitted(fates)).toBe(1);
});

test("who has no turn after its time is refused, and told when to come back", async () => {
  const fates = come(...Array<number>(100).fill(5));
  await pass(1);
  const last = waitTurn(key, 9, pace).catch((error) => error);
  await pass(29_998);
  expect(fates).not.toContain("rate_limited");
  await pass(2);
  expect(fates).not.toContain("waiting");
  expect(admitted(fates)).toBeGreaterThanOrEqual(60);
  expect(await last).toMatchObject({ code: "rate_limited", details: { retryAfterMs: 10_000 } });
});

test("a full queue takes nobody of the same rank, and for a better one gives up its worst", async () => {
  const fates = come(5, ...Array<number>(199).fill(5), 7);
  expect(await fateOf(7)).toBe("rate_limited");
  expect(fates).not.toContain("rate_limited");
  const better = fateOf(1);
  await pass(0);
  expect(fates.at(-1)).toBe("rate_limited");
  await pass(500);
  expect(await better).toBe("admitted");
});

test("keys and paces have turns of their own", async () => {
  const fates = [
    waitTurn(key, 1, pace),
    waitTurn(`${key} other`, 1, pace),
    waitTurn(key, 1, { ...pace, name: "other tests" }),
  ];
  await expect(Promise.all(fates)).resolves.toHaveLength(3);
});

function fateOf(rank: number): Promise<string> {
  return waitTurn(key, rank, pace).then(
    () => "admitted",
    (error) => error.code,
  );
}
