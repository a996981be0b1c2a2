import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newId, publicId } from "../core/ids";
import { commands } from "./commands";
import { completeTime, credits, required, splitList, tokenId } from "./options";
import { readCommand } from "./read-command";

describe("a time on the command line", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2027-03-28T00:30:00Z") });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ["0d", "2027-03-28T00:30:00.000Z"],
    ["1d", "2027-03-29T00:30:00.000Z"],
    ["90d", "2027-06-26T00:30:00.000Z"],
    ["99999d", "2301-01-10T00:30:00.000Z"],
    ["2027-05-15", "2027-05-15T23:59:59Z"],
    // Whatever else there is, the command's own contract judges.
    ["2027-05-15T12:00:00+02:00", "2027-05-15T12:00:00+02:00"],
    ["100000d", "100000d"],
    ["-1d", "-1d"],
    ["1.5d", "1.5d"],
    ["d", "d"],
    ["", ""],
  ])("%j means %j", (typed, time) => {
    expect(completeTime(typed)).toBe(time);
  });

  test.each([undefined, true, 5])("that is %s stays so", (value) => {
    expect(completeTime(value)).toBe(value);
  });
});

test.each([
  ["send,read", ["send", "read"]],
  [" send , read ", ["send", "read"]],
  ["send,,read,", ["send", "read"]],
  [",", []],
  ["", []],
])("the list %j is %j", (typed, words) => {
  expect(splitList(typed)).toEqual(words);
});

test.each([
  ["0", 0, true],
  ["0", 1, false],
  ["1000000000", 1, true],
  ["1000000001", 1, false],
  ["10000000000", 1, false],
  ["0000000005", 5, true],
  ["1e3", 0, false],
  ["5 ", 0, false],
  ["٣", 0, false],
  ["", 0, false],
])("%j as credits from %i on is accepted: %s", (typed, least, expected) => {
  expect(credits("amount", least).safeParse(typed).success).toBe(expected);
});

test("an option that must be given is not given by blanks", () => {
  for (const value of [undefined, "", "  ", "\u00a0"]) {
    const { error } = required("email").safeParse(value);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      "Missing required option --email.",
    ]);
  }
  expect(required("email").parse(" ada@example.com ")).toBe("ada@example.com");
});

test("a token is named by its public id or its uuid, and by no other kind of id", () => {
  const id = newId();
  expect(tokenId.parse(publicId("tok", id))).toBe(id);
  expect(tokenId.parse(id)).toBe(id);
  for (const text of [publicId("msg", id), "tok_", "", `${id} `]) {
    expect(tokenId.safeParse(text).success).toBe(false);
  }
});

describe("any command line", () => {
  const word = fc.oneof(
    fc.constantFrom(...commands.flatMap(({ words }) => words.split(" "))),
    fc.constantFrom(
      ...commands.flatMap(({ options }) => Object.keys(options).map((o) => `--${o}`)),
    ),
    fc.constantFrom(
      "--",
      "-",
      "--json",
      "--json=1",
      "-h",
      "--help",
      "--__proto__",
      "--email=",
      "5",
    ),
    fc.string({ maxLength: 8 }),
  );

  test("is understood, or answered with help or a sentence: never with a stack", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const request = readCommand(words);
        if (request.kind === "wrong")
          expect(request.errorMessage).toMatch(/^\S[^\n]*\.\n\nUsage: /);
        if (request.kind === "help") expect(request.text).toMatch(/^Usage: /);
      }),
      { numRuns: 1000 },
    );
  });
});
