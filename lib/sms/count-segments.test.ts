import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, test } from "vitest";
import { countSegments } from "./count-segments";

const family = "👨‍👩‍👧‍👦";

describe("a text is cut into as many segments as a carrier cuts it", () => {
  test.each([
    ["160 a", "a".repeat(160), 1],
    ["161 a", "a".repeat(161), 2],
    ["306 a", "a".repeat(306), 2],
    ["307 a", "a".repeat(307), 3],
    ["459 a", "a".repeat(459), 3],
    ["460 a", "a".repeat(460), 4],
    ["1530 a", "a".repeat(1530), 10],
    ["1531 a", "a".repeat(1531), 11],
    ["80 €", "€".repeat(80), 1],
    ["81 €", "€".repeat(81), 2],
    ["152 a, €, 151 a", `${"a".repeat(152)}€${"a".repeat(151)}`, 2],
    ["152 a, €, 152 a", `${"a".repeat(152)}€${"a".repeat(152)}`, 3],
    ["152 €", "€".repeat(152), 2],
    ["153 €", "€".repeat(153), 3],
    ["70 ą", "ą".repeat(70), 1],
    ["71 ą", "ą".repeat(71), 2],
    ["134 ą", "ą".repeat(134), 2],
    ["135 ą", "ą".repeat(135), 3],
    ["670 ą", "ą".repeat(670), 10],
    ["671 ą", "ą".repeat(671), 11],
    ["35 😀", "😀".repeat(35), 1],
    ["36 😀", "😀".repeat(36), 2],
    ["66 ą, 😀, 65 ą", `${"ą".repeat(66)}😀${"ą".repeat(65)}`, 2],
    ["66 ą, 😀, 66 ą", `${"ą".repeat(66)}😀${"ą".repeat(66)}`, 3],
    ["7 families", family.repeat(7), 2],
    ["71 ç", "ç".repeat(71), 2],
    ["160 Ç", "Ç".repeat(160), 1],
    ["80 CRLF", "\r\n".repeat(80), 1],
    ["81 CRLF", "\r\n".repeat(81), 2],
    ["160 é in NFC", "é".repeat(160), 1],
    ["80 é in NFD", "e\u0301".repeat(80), 3],
  ])("%s", (_what, text, segments) => {
    expect(countSegments(text).segments).toBe(segments);
  });
});

test("an empty text is one empty segment, as a composer shows it", () => {
  expect(countSegments("")).toEqual({
    encoding: "GSM-7",
    units: 0,
    segments: 1,
    unitsPerSegment: 160,
    remaining: 160,
    cuts: [],
  });
});

describe("the count says what fits and where the text is cut", () => {
  test.each([
    ["a".repeat(160), { units: 160, unitsPerSegment: 160, remaining: 0, cuts: [] }],
    ["a".repeat(161), { units: 161, unitsPerSegment: 153, remaining: 145, cuts: [153] }],
    ["a€", { units: 3, unitsPerSegment: 160, remaining: 157, cuts: [] }],
    [
      `${"a".repeat(152)}€${"a".repeat(152)}`,
      { units: 306, unitsPerSegment: 153, remaining: 152, cuts: [152, 304] },
    ],
    ["ą".repeat(71), { units: 71, unitsPerSegment: 67, remaining: 63, cuts: [67] }],
    [
      `${"ą".repeat(66)}😀${"ą".repeat(66)}`,
      { units: 134, unitsPerSegment: 67, remaining: 66, cuts: [66, 133] },
    ],
  ])("%#", (text, expected) => {
    expect(countSegments(text)).toMatchObject(expected);
  });
});

test("half of a surrogate pair counts as one unit and nothing is lost", () => {
  expect(countSegments("\ud83d".repeat(71))).toMatchObject({ segments: 2, units: 71, cuts: [67] });
});

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."aZ09 @£_Δ§ÄöñÇ\n\r") },
  { weight: 3, arbitrary: fc.constantFrom(..."€[]{}^~|\\\f") },
  { weight: 1, arbitrary: fc.constantFrom(..."ąłçЖ中“–µ\u00a0") },
  { weight: 1, arbitrary: fc.constantFrom("😀", "🚀", "𝄞", "𠮷") },
);
// Runs around the boundaries of one, two and three segments, where a slip would show.
const run = fc
  .tuple(character, fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 60, max: 161 })))
  .map(([unit, times]) => unit.repeat(times));
const gsmRun = run.map((text) => text.replace(/[^\x20-\x7e€\n\r\f£Δ§ÄöñÇ]/gu, "a"));
const textOf = (runs: fc.Arbitrary<string>) =>
  fc.array(runs, { maxLength: 12 }).map((parts) => parts.join("").normalize("NFC"));

describe("an independent calculator agrees on any text", () => {
  test.each([
    ["mixed", textOf(run)],
    ["in the GSM alphabet", textOf(gsmRun)],
  ])("%s", (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const oracle = new SegmentedMessage(text);
        const count = countSegments(text);
        const bitsPerUnit = count.encoding === "GSM-7" ? 7 : 16;
        expect({ ...count, bits: count.units * bitsPerUnit }).toMatchObject({
          encoding: oracle.encodingName,
          segments: oracle.segmentsCount,
          bits: oracle.messageSize,
        });
      }),
      { numRuns: 500 },
    );
  });
});

test("cut at the cuts, any text falls into parts that fit and join up again", () => {
  fc.assert(
    fc.property(textOf(run), (text) => {
      const { cuts, segments, unitsPerSegment, encoding, remaining } = countSegments(text);
      const bounds = [0, ...cuts, text.length];
      const parts = bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
      expect(parts).toHaveLength(segments);
      const sizes = parts.map((part) =>
        encoding === "GSM-7" ? countSegments(part).units : part.length,
      );
      expect(Math.max(...sizes)).toBeLessThanOrEqual(unitsPerSegment);
      expect(sizes.at(-1)).toBe(unitsPerSegment - remaining);
      expect(parts.some((part) => /\p{Surrogate}/u.test(part))).toBe(false);
    }),
    { numRuns: 300 },
  );
});
