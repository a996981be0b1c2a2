import { afterEach, describe, expect, test, vi } from "vitest";
import { askInTurn } from "./ask-in-turn";

type Run = () => Promise<unknown>;

/** The locks of a browser: one holder at a time. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, _options: object, run: Run) => {
      const mine = last.then(run);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** A server that keeps the cookie of who has one, and the browser that sends it. */
function server() {
  let cookie = "";
  let asked = 0;
  return async () => {
    asked += 1;
    const sent = cookie;
    const set = sent || `browser ${asked}`;
    await new Promise((done) => setImmediate(done));
    cookie = set;
    return set;
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("asking for a challenge", () => {
  test("of tabs that open at once, all get one for the same browser", async () => {
    vi.stubGlobal("navigator", { locks: locks() });
    const ask = server();
    const got = await Promise.all([askInTurn(ask), askInTurn(ask), askInTurn(ask)]);
    expect(new Set(got)).toEqual(new Set(["browser 1"]));
  });

  test("a tab that never gets its turn asks all the same, once", async () => {
    const request = () => Promise.reject(new DOMException("late", "TimeoutError"));
    vi.stubGlobal("navigator", { locks: { request } });
    const ask = vi.fn(server());
    expect(await askInTurn(ask)).toBe("browser 1");
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test("what fails is asked once and fails, and the next tab asks", async () => {
    vi.stubGlobal("navigator", { locks: locks() });
    const fail = vi.fn(() => Promise.reject(new Error("no line")));
    const [failed, next] = await Promise.allSettled([askInTurn(fail), askInTurn(server())]);
    expect(failed).toMatchObject({ status: "rejected", reason: { message: "no line" } });
    expect(next).toMatchObject({ value: "browser 1" });
    expect(fail).toHaveBeenCalledTimes(1);
  });

  test("a browser without locks asks right away", async () => {
    vi.stubGlobal("navigator", {});
    expect(await askInTurn(server())).toBe("browser 1");
  });
});
