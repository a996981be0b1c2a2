import { describe, expect, test } from "vitest";
import { withoutQuotes } from "../without-quotes";
import { neverRepeat } from "./never-repeat";
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
      ...{ detail: said.detail, unquoted: said.words, retryAfterMs: null },
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
    expect(outcomeOf("dup", said)).toEqual({
      ...{ kind: "ambiguous", detail: said.detail, unquoted: said.words },
    });
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

const text = "482910 is your code";
const quote = `body "${text}" is blocked`;

test.each<[SubmitClass, object]>([
  ["permanent", { words: "carrier_rejected", quote, code: "482910" }],
  ["bounce", { words: "carrier_rejected", quote, code: quote }],
  ["server", { words: "HTTP 500", detail: quote, code: "500" }],
  ["throttled", { words: "HTTP 429", quote, code: "429" }],
  ["dup", { words: "HTTP 409", detail: quote, code: "409" }],
])("%s has our words in place of the carrier's where the text is private", (cls, words) => {
  const outcome = outcomeOf(cls, words as Parameters<typeof outcomeOf>[1]);
  expect(JSON.stringify(outcome)).toContain("482910");
  for (const each of [outcome, neverRepeat(outcome)]) {
    const cleaned = withoutQuotes(each, text);
    expect(cleaned).toMatchObject({ kind: each.kind });
    expect(JSON.stringify(cleaned)).not.toContain("482910");
  }
});

test("a code of the carrier's stays where the text is private, and so do words of ours", () => {
  const outcome = outcomeOf("permanent", { words: "The sender is not allowed.", code: "21610" });
  expect(withoutQuotes(outcome, text)).toEqual(outcome);
});
