import { afterEach, expect, test, vi } from "vitest";
import { untilBack } from "./until-back";
import { within } from "./within";

afterEach(() => {
  vi.useRealTimers();
});

const late = () => new Error("late");
const never = new Promise<never>(() => undefined);

test("work that ends in time gives its own result or its own failure", async () => {
  await expect(within(Promise.resolve("done"), 10_000, late)).resolves.toBe("done");
  await expect(within(Promise.reject(new Error("own")), 10_000, late)).rejects.toThrow("own");
});

test("work that ends in time leaves no timer behind that would keep a process from ending", async () => {
  vi.useFakeTimers();
  await within(Promise.resolve("done"), 10_000, late);
  await within(Promise.reject(new Error("own")), 10_000, late).catch(() => undefined);
  expect(vi.getTimerCount()).toBe(0);
});

test("work that takes longer is given up at its deadline and not before", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const outcome = vi.fn();
  const given = within(never, 1000, late).catch(outcome);
  await vi.advanceTimersByTimeAsync(999);
  await new Promise(setImmediate);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await given;
  expect(outcome).toHaveBeenCalledWith(late());
});

test("a result that came while the process was too busy to read it still counts", async () => {
  const read = new Promise((resolve) => {
    setTimeout(() => setImmediate(() => resolve("arrived")), 0);
  });
  const result = within(read, 1, late);
  const busyUntil = performance.now() + 20;
  while (performance.now() < busyUntil);
  await expect(result).resolves.toBe("arrived");
});

test("work that fails after its deadline fails unheard, and ends no process by it", async () => {
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  await expect(within(work, 1, late)).rejects.toThrow("late");
  fail(new Error("too late to matter"));
  await new Promise(setImmediate);
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

const away = () => Object.assign(new Error("refused"), { code: "ECONNREFUSED" });

/** Work that fails so often, and then succeeds. */
function failing(times: number, error: () => Error) {
  let attempts = 0;
  const work = async () => {
    attempts += 1;
    if (attempts <= times) throw error();
    return attempts;
  };
  return { work, attempts: () => attempts };
}

test("work is done again while the database is away, and gives its result once it is back", async () => {
  const { work } = failing(3, away);
  await expect(untilBack(work)).resolves.toBe(4);
});

test("work that fails for another reason is done once: repeating it would not help", async () => {
  const { work, attempts } = failing(1, () => Object.assign(new Error("bad"), { code: "23505" }));
  await expect(untilBack(work)).rejects.toThrow("bad");
  expect(attempts()).toBe(1);
});

test("a database that stays away is given up after fifteen seconds, which is less than any lease lasts", async () => {
  vi.useFakeTimers();
  const { work, attempts } = failing(Number.POSITIVE_INFINITY, away);
  const outcome = vi.fn();
  const given = untilBack(work).catch(outcome);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  await given;
  expect(outcome).toHaveBeenCalledWith(away());
  const asked = attempts();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(attempts()).toBe(asked);
});
