import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "../core/log";
import { statementKind } from "../core/statement-kind";
import { runLoop } from "./run-loop";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work of which each turn is ended by the test. */
function heldWork() {
  const turns: ((done?: number) => void)[] = [];
  const work = () => new Promise<number | undefined>((resolve) => turns.push(resolve));
  return { work, turns };
}

const settled = () => new Promise(setImmediate);

test("with nothing to do it looks once per interval, no sooner and no later", async () => {
  const work = vi.fn(async () => 0);
  const loop = runLoop({ name: "test", everyMs: 1000, work });
  await settled();
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  await loop.stop();
});

test("being woken during a look means another look: what came while it looked is not left for later", async () => {
  const { work, turns } = heldWork();
  const loop = runLoop({ name: "test", everyMs: 3_600_000, work });
  await settled();
  loop.wake();
  loop.wake();
  turns[0]?.(0);
  await settled();
  expect(turns).toHaveLength(2);
  turns[1]?.(0);
  await settled();
  expect(turns).toHaveLength(2);
  const stopped = loop.stop();
  await stopped;
});

test("never two looks at once, however often it is woken", async () => {
  const { work, turns } = heldWork();
  const loop = runLoop({ name: "test", everyMs: 1, work });
  await settled();
  for (let time = 0; time < 20; time += 1) loop.wake();
  await vi.advanceTimersByTimeAsync(1000);
  expect(turns).toHaveLength(1);
  const stopped = loop.stop();
  turns[0]?.(5);
  await stopped;
});

test.each([
  ["often", 1, 500],
  ["seldom", 60_000, 60_000],
])(
  "work that fails and is looked at %s is held back, so that an absent database is not hammered",
  async (_how, everyMs, pauseMs) => {
    const error = vi.spyOn(log(), "error").mockImplementation(() => undefined);
    const work = vi.fn().mockRejectedValue(new Error("database away"));
    const loop = runLoop({ name: "test", everyMs, work });
    await settled();
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
    expect(error).toHaveBeenCalledTimes(2);
    await loop.stop();
  },
);

test("work that throws before it returns a promise is a failure like any other", async () => {
  vi.spyOn(log(), "error").mockImplementation(() => undefined);
  const work = vi.fn(() => {
    throw new Error("at once");
  });
  const loop = runLoop({ name: "test", everyMs: 1000, work });
  await settled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(work).toHaveBeenCalledTimes(2);
  await loop.stop();
});

test("a failure on the way out is nobody's concern, and stopping twice is the same as once", async () => {
  const error = vi.spyOn(log(), "error").mockImplementation(() => undefined);
  let fail: (error: Error) => void = () => undefined;
  const work = () =>
    new Promise<number>((_resolve, reject) => {
      fail = reject;
    });
  const loop = runLoop({ name: "test", everyMs: 1000, work });
  await settled();
  const both = Promise.all([loop.stop(), loop.stop()]);
  fail(new Error("the pool is closed"));
  await both;
  expect(error).not.toHaveBeenCalled();
  loop.wake();
  expect(vi.getTimerCount()).toBe(0);
});

test("its statements have the worker's time, which one that somebody waits for has not", async () => {
  const kinds: string[] = [];
  const loop = runLoop({
    name: "test",
    everyMs: 1000,
    work: async () => kinds.push(statementKind()) && 0,
  });
  await settled();
  await loop.stop();
  expect(kinds).toEqual(["batch"]);
  expect(statementKind()).toBe("interactive");
});
