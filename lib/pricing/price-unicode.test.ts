import { expect, test } from "vitest";
import { standardPriceList } from "./price-list";
import { priceUnicode } from "./price-unicode";

const priced = (text: string, messages: number) =>
  priceUnicode({ text, messages }, standardPriceList);

test("a text of the GSM alphabet has no such cost", () => {
  expect(priced("Your order leaves today, for 12 €.", 1000)).toBeNull();
});

test("one letter can make a month twice as dear", () => {
  const cost = priced(`Odbiór ${"a".repeat(90)}`, 20_000);
  expect(cost).toMatchObject({ segments: 2, plainSegments: 1 });
  expect(cost?.characters.map(({ character }) => character)).toEqual(["ó"]);
  // 40,000 segments at 0.092 instead of 20,000.
  expect(cost?.moreMicros).toBe(20_000 * 92_000);
});

test("a short text costs the same either way", () => {
  expect(priced("Odbiór", 20_000)).toMatchObject({ segments: 1, plainSegments: 1, moreMicros: 0 });
});

test("what has no look-alike has no cheaper text", () => {
  expect(priced(`🌲ó${"a".repeat(90)}`, 10)).toMatchObject({ plainSegments: null, moreMicros: 0 });
});

test("Unicode that pays for itself by a cheaper tier costs nothing more", () => {
  const steep = {
    ...standardPriceList,
    tiers: [
      { from: 1, rateMicros: 100_000 },
      { from: 2000, rateMicros: 10_000 },
    ] as const,
  };
  const text = `ą${"a".repeat(90)}`;
  expect(priceUnicode({ text, messages: 1000 }, steep)).toMatchObject({
    segments: 2,
    plainSegments: 1,
    moreMicros: 0,
  });
});
