import { describe, expect, test } from "vitest";
import { AttemptWindow, shouldOpen } from "./_attempt-window";
import type { Requeue, SubmitOutcome } from "./carrier";

const taken: SubmitOutcome = { kind: "accepted", ref: "1" };

function failed(scope: Requeue["scope"], reason: Requeue["reason"] = "carrier_error"): Requeue {
  return {
    kind: "requeue",
    reason,
    detail: "HTTP 500",
    retryAfterMs: null,
    scope,
    mayBeAccepted: true,
  };
}

/** A window after so many attempts, a millisecond apart, of which each `nth` failed. */
function after(count: number, isFailure: (place: number) => boolean): AttemptWindow {
  const window = new AttemptWindow("upstream");
  for (let place = 1; place <= count; place += 1) {
    window.record(isFailure(place) ? failed("attempt") : taken, place, place);
  }
  return window;
}

describe("a circuit opens", () => {
  test("at half of fifteen attempts, and not below either", () => {
    expect(shouldOpen({ attempts: 16, failures: 8, certain: 0 })).toBe(true);
    expect(shouldOpen({ attempts: 16, failures: 7, certain: 0 })).toBe(false);
    expect(shouldOpen({ attempts: 14, failures: 14, certain: 0 })).toBe(false);
  });

  test("never because of timeouts of one request in ten, which end long after what began with them", () => {
    const window = after(900, () => false);
    for (let place = 10; place <= 900; place += 10) {
      window.record(failed("attempt"), place, 8000 + place);
    }
    expect(window.trouble).toBeUndefined();
  });

  test("when every request in flight times out", () => {
    const window = new AttemptWindow("upstream");
    for (let place = 1; place <= 16; place += 1) {
      window.record(failed("attempt"), place, 8000 + place);
    }
    expect(window.trouble).toBeDefined();
  });

  test("after three failures that any message would meet, unless most others get through", () => {
    expect(shouldOpen({ attempts: 3, failures: 3, certain: 3 })).toBe(true);
    expect(shouldOpen({ attempts: 30, failures: 3, certain: 3 })).toBe(false);
  });

  test.each([
    ["every tenth attempt", 10],
    ["every third attempt", 3],
  ])("never while %s fails", (_name, nth) => {
    expect(after(10_000, (place) => place % nth === 0).trouble).toBeUndefined();
  });

  test("when every second attempt fails", () => {
    expect(after(16, (place) => place % 2 === 0).trouble).toBeDefined();
  });

  test("within a hundred attempts of a carrier that goes away at full speed", () => {
    const window = after(5000, (place) => place > 4900);
    expect(window.trouble).toBeDefined();
    expect(after(4930, (place) => place > 4900).trouble).toBeUndefined();
  });

  test("when the carrier wants a pause, whatever else it took", () => {
    const window = after(50, () => false);
    window.record(failed("pause", "carrier_throttled"), 51, 51);
    expect(window.trouble).toMatchObject({ reason: "carrier_throttled" });
  });

  test("when nobody knows what became of each message: it may not get all of them so", () => {
    const window = new AttemptWindow("upstream");
    for (let place = 1; place <= 15; place += 1) {
      window.record({ kind: "ambiguous", detail: "other side closed" }, place, place);
    }
    expect(window.trouble).toMatchObject({ reason: "carrier_down", detail: "other side closed" });
  });

  test("as down when single messages met errors", () => {
    expect(after(15, () => true).trouble).toMatchObject({ reason: "carrier_down" });
  });
});

describe("an attempt window", () => {
  test("forgets after twenty seconds, and whenever the shared state changes", () => {
    const window = after(14, () => true);
    window.record(failed("attempt"), 20_005, 20_005);
    expect(window.trouble).toBeUndefined();
    const other = after(14, () => true);
    other.observe("closed", new Date(1));
    other.record(failed("attempt"), 15, 15);
    expect(other.trouble).toBeUndefined();
  });

  test("takes what concerns one message alone for a carrier that is well", () => {
    const window = new AttemptWindow("upstream");
    for (let place = 0; place < 50; place += 1) window.record(failed("message"), place, place);
    expect(window.trouble).toBeUndefined();
  });

  test("has something to share once a second at most, or when it would open", () => {
    const window = new AttemptWindow("upstream");
    window.record(taken, 5000, 5000);
    window.record(failed("attempt"), 5001, 5001);
    expect(window.takeUnshared(5001)).toMatchObject({
      counts: { attempts: 2, failures: 1, certain: 0 },
      failure: { reason: "carrier_down" },
    });
    window.record(taken, 5500, 5500);
    expect(window.takeUnshared(5500)).toBeNull();
    expect(window.takeUnshared(6001)).toMatchObject({ counts: { attempts: 1, failures: 0 } });
    for (let place = 0; place < 20; place += 1) window.record(failed("attempt"), 6100, 6100);
    expect(window.takeUnshared(6100)).toMatchObject({ counts: { failures: 20 } });
  });
});
