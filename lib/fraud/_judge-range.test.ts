import { describe, expect, test } from "vitest";
import { judgeNarrow, judgeWide, type RangeFigures } from "./_judge-range";
import { neighborsOf, rangesOf } from "./_ranges";

const nothing: RangeFigures = {
  ...{ started: 0, sent: 0, approved: 0, settled: 0 },
  ...{ recentStarted: 0, recentSent: 0, recentApproved: 0, recentTaken: 0 },
  ...{ agedStarted: 0, agedSent: 0, agedApproved: 0 },
};
const alone = { started: 0, approved: 0 };

describe("10,000 numbers in a row", () => {
  test.each<[string, Partial<RangeFigures>, string | undefined]>([
    ["no traffic is no fraud", {}, undefined],
    ["39 messages say too little", { started: 39, sent: 39 }, undefined],
    ["40 messages without a code entered stop it", { started: 40, sent: 40 }, "conversion"],
    ["resends count as messages", { started: 8, sent: 40 }, "conversion"],
    ["34% of 100 are too few", { started: 100, sent: 100, approved: 34 }, "conversion"],
    ["35% of 100 are enough", { started: 100, sent: 100, approved: 35 }, undefined],
    [
      "60 in ten minutes are too many, even if all are approved",
      { started: 60, sent: 60, approved: 60, recentTaken: 60 },
      "velocity",
    ],
  ])("%s", (_promise, figures, verdict) => {
    expect(judgeNarrow({ ...nothing, ...figures }, alone)).toBe(verdict);
  });

  test.each([
    ["7 unapproved neighbors are a coincidence", { started: 7, approved: 0 }, undefined],
    ["8 are a sequence", { started: 8, approved: 0 }, "sequence"],
    ["8 among many that were approved are a company", { started: 16, approved: 8 }, undefined],
  ])("%s", (_promise, neighbors, verdict) => {
    expect(judgeNarrow(nothing, neighbors)).toBe(verdict);
  });
});

describe("a million numbers in a row", () => {
  test.each<[string, Partial<RangeFigures>, string | undefined]>([
    [
      "pending ones are not counted against it",
      { started: 150, sent: 150, settled: 99 },
      undefined,
    ],
    ["100 that had their time are judged", { settled: 100, approved: 34 }, "conversion"],
    ["users who enter their codes are let through", { settled: 100, approved: 35 }, undefined],
    [
      "a flood is stopped at 90 messages that had a while",
      { agedStarted: 90, agedSent: 90 },
      "velocity",
    ],
    ["149 that had none may be a rush", { recentStarted: 149, recentSent: 149 }, undefined],
    ["150 are a flood", { recentStarted: 150, recentSent: 150 }, "velocity"],
    [
      "a rush of users is none",
      { recentStarted: 200, recentSent: 200, recentApproved: 70 },
      undefined,
    ],
  ])("%s", (_promise, figures, verdict) => {
    expect(judgeWide({ ...nothing, ...figures })).toBe(verdict);
  });
});

test("ranges are what numbers begin with, and neighbors are other numbers", () => {
  expect(rangesOf("48732129000")).toEqual({ narrow: "4873212", wide: "48732" });
  expect(rangesOf("+48732129000")).toBeUndefined();
  expect(rangesOf("abc")).toBeUndefined();
  expect(neighborsOf("48732129000")).toHaveLength(20);
  expect(neighborsOf("48732129000")).not.toContain("48732129000");
  expect(neighborsOf("48732129000")).toEqual(
    expect.arrayContaining(["48732128990", "48732129010"]),
  );
});
