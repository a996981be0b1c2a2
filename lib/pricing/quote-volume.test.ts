import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PriceList, standardPriceList } from "./price-list";
import { PriceListInput } from "./price-list-contract";
import { quoteVolume } from "./quote-volume";

/** Any list an installation may have: tiers at least ten segments apart, each cheaper than the one before. */
const anyList = fc
  .record({
    vatPercent: fc.integer({ min: 0, max: 50 }),
    steps: fc.array(
      fc.tuple(fc.integer({ min: 10, max: 2_000_000 }), fc.integer({ min: 1, max: 5000 })),
      {
        maxLength: 8,
      },
    ),
    lowest: fc.integer({ min: 1, max: 5000 }),
  })
  .map(({ vatPercent, steps, lowest }): PriceList => {
    const total = steps.reduce((sum, [, cheaper]) => sum + cheaper, 0);
    const first = { from: 1, rateMicros: (lowest + total) * 100 };
    let below = first;
    const others = steps.map(([wide, cheaper]) => {
      below = { from: below.from + wide, rateMicros: below.rateMicros - cheaper * 100 };
      return below;
    });
    return { currency: "PLN", vatPercent, tiers: [first, ...others] };
  });

const anyCase = fc.oneof(fc.constant(standardPriceList), anyList).chain((list) =>
  fc.record({
    list: fc.constant(list),
    messages: fc.oneof(
      fc.integer({ min: 1, max: 100_000_000 }),
      // Close to where a tier begins.
      fc
        .tuple(fc.constantFrom(...list.tiers), fc.integer({ min: -12, max: 12 }))
        .map(([{ from }, away]) => Math.max(1, from + away)),
    ),
    segments: fc.integer({ min: 1, max: 10 }),
  }),
);

test("the built-in price list is one that a file could have, too", () => {
  const { currency, vatPercent, tiers } = standardPriceList;
  const asFile = tiers.map(({ from, rateMicros }) => ({ from, rate_micros: rateMicros }));
  expect(PriceListInput.parse({ currency, vat_percent: vatPercent, tiers: asFile })).toEqual(
    standardPriceList,
  );
});

test.each([
  [
    { messages: 1, segments: 1 },
    { rate: 120_000, net: 120_000, more: 1000 },
  ],
  [
    { messages: 1000, segments: 1 },
    { rate: 120_000, net: 120_000_000, more: 1 },
  ],
  [
    { messages: 1001, segments: 1 },
    { rate: 105_000, net: 105_105_000, more: 9000 },
  ],
  [
    { messages: 500, segments: 2 },
    { rate: 120_000, net: 120_000_000, more: 1 },
  ],
  [
    { messages: 501, segments: 2 },
    { rate: 105_000, net: 105_210_000, more: 4500 },
  ],
  [
    { messages: 25_000, segments: 1 },
    { rate: 92_000, net: 2_300_000_000, more: 25_001 },
  ],
  [
    { messages: 2_000_000, segments: 1 },
    { rate: 66_000, net: 132_000_000_000, more: undefined },
  ],
])("%o in a month are quoted %o", (asked, expected) => {
  const { tier, netMicros, next } = quoteVolume(asked, standardPriceList);
  expect({ rate: tier.rateMicros, net: netMicros, more: next?.moreMessages }).toEqual(expected);
});

describe("for any price list and volume", () => {
  test("the price is the segments at one rate, and all sums are exact integers", () => {
    fc.assert(
      fc.property(anyCase, ({ list, ...volume }) => {
        const quote = quoteVolume(volume, list);
        expect(quote.credits).toBe(volume.messages * volume.segments);
        expect(quote.netMicros).toBe(quote.credits * quote.tier.rateMicros);
        expect(quote.perMessageMicros * volume.messages).toBe(quote.netMicros);
        expect(BigInt(quote.vatMicros) * 100n).toBe(
          BigInt(quote.netMicros) * BigInt(list.vatPercent),
        );
        expect(quote.grossMicros).toBe(quote.netMicros + quote.vatMicros);
        for (const sum of [quote.netMicros, quote.vatMicros, quote.grossMicros]) {
          expect(Number.isSafeInteger(sum)).toBe(true);
        }
      }),
    );
  });

  test("the bill adds up and is within half a hundredth of the exact net sum", () => {
    fc.assert(
      fc.property(anyCase, ({ list, ...volume }) => {
        const { bill, netMicros } = quoteVolume(volume, list);
        expect(bill.netCents + bill.vatCents).toBe(bill.grossCents);
        expect(Math.abs(bill.netCents * 10_000 - netMicros)).toBeLessThanOrEqual(5000);
        expect(Math.abs(bill.vatCents * 100 - bill.netCents * list.vatPercent)).toBeLessThanOrEqual(
          50,
        );
      }),
    );
  });

  test("a segment never costs more when there are more of them", () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 1_000_000 }), ({ list, ...volume }, more) => {
        const now = quoteVolume(volume, list);
        const then = quoteVolume({ ...volume, messages: volume.messages + more }, list);
        expect(then.tier.rateMicros).toBeLessThanOrEqual(now.tier.rateMicros);
      }),
    );
  });

  test("one more message costs more, unless it reaches the next tier", () => {
    fc.assert(
      fc.property(anyCase, ({ list, ...volume }) => {
        const now = quoteVolume(volume, list);
        const then = quoteVolume({ ...volume, messages: volume.messages + 1 }, list);
        if (then.tier.from === now.tier.from) {
          expect(then.netMicros).toBe(now.netMicros + now.perMessageMicros);
        } else {
          expect(then.tier.from).toBe(now.next?.from);
        }
      }),
    );
  });

  test("where a tier begins the month is never cheaper than its rate would have made it before", () => {
    fc.assert(
      fc.property(anyCase, ({ list }) => {
        for (const { from } of list.tiers.slice(1)) {
          const before = quoteVolume({ messages: from - 1, segments: 1 }, list);
          const at = quoteVolume({ messages: from, segments: 1 }, list);
          expect(at.netMicros).toBeGreaterThan(before.credits * at.tier.rateMicros);
        }
      }),
    );
  });

  test("the messages still missing reach the next tier at the price that was said, and one fewer does not", () => {
    fc.assert(
      fc.property(anyCase, ({ list, messages, segments }) => {
        const { tier, next } = quoteVolume({ messages, segments }, list);
        if (!next) return;
        const reach = (more: number) => quoteVolume({ messages: messages + more, segments }, list);
        expect(next.moreMessages).toBeGreaterThan(0);
        expect(reach(next.moreMessages).tier.from).toBe(next.from);
        expect(reach(next.moreMessages).netMicros).toBe(next.netMicros);
        expect(reach(next.moreMessages - 1).tier).toEqual(tier);
      }),
    );
  });
});

test("with the built-in list the whole month costs less where a tier begins than just before", () => {
  for (const { from } of standardPriceList.tiers.slice(1)) {
    const before = quoteVolume({ messages: from - 1, segments: 1 }, standardPriceList);
    expect(before.next?.netMicros).toBeLessThan(before.netMicros);
  }
});

describe("a price list in a file", () => {
  const tier = (from: number, rate: number) => ({ from, rate_micros: rate });
  const good = { currency: "EUR", vat_percent: 21, tiers: [tier(1, 50_000), tier(11, 49_900)] };

  test("may be another currency with other tiers", () => {
    expect(PriceListInput.parse(good)).toEqual({
      currency: "EUR",
      vatPercent: 21,
      tiers: [
        { from: 1, rateMicros: 50_000 },
        { from: 11, rateMicros: 49_900 },
      ],
    });
  });

  test.each([
    ["no tiers", { tiers: [] }],
    ["a gap at the bottom", { tiers: [tier(2, 1000)] }],
    ["tiers out of order", { tiers: [tier(1, 1000), tier(1, 900)] }],
    ["a tier that long texts would leap over", { tiers: [tier(1, 1000), tier(10, 900)] }],
    ["a tier that is not cheaper", { tiers: [tier(1, 1000), tier(100, 1000)] }],
    ["a rate that makes VAT a fraction", { tiers: [tier(1, 1050)] }],
    ["a currency without hundredths", { currency: "JPY" }],
    ["no currency", { currency: "zł" }],
    ["VAT as a fraction", { vat_percent: 0.23 }],
    ["a word it does not know", { discount: 10 }],
  ])("is refused with %s", (_what, change) => {
    expect(PriceListInput.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
