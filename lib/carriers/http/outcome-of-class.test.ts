import { describe, expect, test } from "vitest";
import { outcomeOf, type SubmitClass } from "./outcome-of-class";

const said = { words: "The number is not in use.", code: "13", detail: "13: No valid number" };

describe("an error of a carrier", () => {
  test.each<SubmitClass>(["permanent", "sender"])("that is %s fails the message", (cls) => {
    expect(outcomeOf(cls, said)).toEqual({
      ...{ kind: "refused", reason: "The number is not in use.", carrierCode: "13" },
    });
  });

  test("about the number bounces the message", () => {
    expect(outcomeOf("bounce", said)).toMatchObject({ kind: "refused", status: "bounced" });
  });

  test.each<[SubmitClass, string]>([
    ["credit", "carrier_out_of_credits"],
    ["auth", "carrier_unauthorized"],
    ["address", "carrier_down"],
  ])("about %s would meet every message, and none was taken", (cls, reason) => {
    expect(outcomeOf(cls, said)).toEqual({
      ...{ kind: "requeue", reason, scope: "carrier", mayBeAccepted: false },
      ...{ detail: said.detail, retryAfterMs: null },
    });
  });

  test("of the carrier itself is one failed attempt, of a message that may be there", () => {
    expect(outcomeOf("server", { ...said, retryAfterMs: 2000 })).toMatchObject({
      ...{ kind: "requeue", reason: "carrier_error", scope: "attempt", mayBeAccepted: true },
      retryAfterMs: 2000,
    });
  });

  test("about the speed pauses everything only if it says for how long", () => {
    const throttled = { kind: "requeue", reason: "carrier_throttled", mayBeAccepted: false };
    expect(outcomeOf("throttled", said)).toMatchObject({ ...throttled, scope: "attempt" });
    expect(outcomeOf("throttled", { ...said, retryAfterMs: 0 })).toMatchObject({
      ...{ ...throttled, scope: "pause", retryAfterMs: 0 },
    });
  });

  test("that it has the message is an accepted message if it has a name, and else in doubt", () => {
    expect(outcomeOf("dup", { ...said, ref: "m1" })).toEqual({ kind: "accepted", ref: "m1" });
    expect(outcomeOf("dup", said)).toEqual({ kind: "ambiguous", detail: said.detail });
  });

  test("is cut and cleaned before it is shown or stored", () => {
    const hostile = `\u202e\0${"a".repeat(5000)}`;
    const outcome = outcomeOf("permanent", { words: hostile, code: hostile });
    expect(outcome).toEqual({
      kind: "refused",
      reason: expect.stringMatching(/^\ufffda{298}$/),
      carrierCode: expect.stringMatching(/^\ufffda{98}$/),
    });
  });
});
