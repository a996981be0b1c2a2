import { describe, expect, test } from "vitest";
import { maxMetadataBytes, readMetadata } from "./metadata";

/** The JSON of what was read, or the problem. */
function read(json: string): string {
  const result = readMetadata(JSON.parse(json));
  return "metadata" in result ? JSON.stringify(result.metadata) : result.problem;
}

const sized = (bytes: number) => JSON.stringify({ k: "x".repeat(bytes - '{"k":""}'.length) });
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

describe("metadata is read", () => {
  test.each([
    ["an empty object", "{}", "{}"],
    ["every kind of value", '{"a":[1,-2.5,true,null,"x",{}]}', '{"a":[1,-2.5,true,null,"x",{}]}'],
    [
      "short keys first, those of a length by bytes",
      '{"bb":1,"b":2,"a":3}',
      '{"a":3,"b":2,"bb":1}',
    ],
    [
      "so also what is nested",
      '{"o":{"bb":1,"a":[{"d":1,"c":2}]}}',
      '{"o":{"a":[{"c":2,"d":1}],"bb":1}}',
    ],
    ["a length in bytes, not in characters", '{"zz":1,"ą":2,"ż":3}', '{"zz":1,"ą":2,"ż":3}'],
    [
      "fractions of 15 digits, and the largest integer",
      '{"a":[0.00123456789012345,-12345.6789012345,9007199254740991]}',
      '{"a":[0.00123456789012345,-12345.6789012345,9007199254740991]}',
    ],
    ["4096 bytes", sized(maxMetadataBytes), sized(maxMetadataBytes)],
    ["5 levels", nested(5), nested(5)],
  ])("%s", (_what, json, expected) => {
    expect(read(json)).toBe(expected);
  });
});

describe("metadata is refused, with the reason", () => {
  test.each([
    ["a list", "[1]", "not_an_object"],
    ["a text", '"order 7"', "not_an_object"],
    ["null", "null", "not_an_object"],
    ["4097 bytes", sized(maxMetadataBytes + 1), "too_large"],
    ["fewer characters, but too many bytes", JSON.stringify({ k: "ą".repeat(2048) }), "too_large"],
    ["escapes that make it longer", JSON.stringify({ k: '"'.repeat(2048) }), "too_large"],
    ["6 levels", nested(6), "too_deep"],
    ["a list within 5 levels", nested(5).replace("1", "[1]"), "too_deep"],
    ["an empty key", '{"":1}', "key"],
    ["a key of 65 characters", `{"${"k".repeat(65)}":1}`, "key"],
    ["a key with a bracket, which no filter could name", '{"a[b]":1}', "key"],
    ["the key that some libraries take for a prototype", '{"__proto__":{"a":1}}', "key"],
    ["a key with NUL", '{"a\\u0000":1}', "key"],
    ["a text with NUL", '{"a":"\\u0000"}', "text"],
    ["half of a surrogate pair", '{"a":["\\ud83d"]}', "text"],
    ["an integer that lost digits", '{"a":12345678901234567890}', "number"],
    ["a fraction that lost digits", '{"a":0.1234567890123456789}', "number"],
    ["a negative one", '{"a":[-12.34567890123456]}', "number"],
    ["infinity", '{"a":1e999}', "number"],
    ["a number with an exponent", '{"a":1e-9}', "number"],
  ])("%s", (_what, json, problem) => {
    expect(read(json)).toBe(problem);
  });

  test("however large or deep it is, before most of it was looked at", () => {
    const deep = JSON.parse(nested(5000));
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]));
    const long = { k: "x".repeat(8_000_000) };
    const list = { k: Array.from({ length: 1_000_000 }, () => 0) };
    const startedMs = performance.now();
    expect([deep, wide, long, list].map(readMetadata)).toEqual([
      { problem: "too_deep" },
      ...Array.from({ length: 3 }, () => ({ problem: "too_large" })),
    ]);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});
