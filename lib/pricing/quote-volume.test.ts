import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceList } from "./price-list";
import { quoteVolume } from "./quote-volume";

const volume = fc.record({
  messages: fc.oneof(
    fc.integer({ min: 1, max: 100_000_000 }),
    // Close to where a tier begins.
    fc
      .tuple(fc.constantFrom(...priceList.tiers), fc.integer({ min: -12, max: 12 }))
      .map(([{ from }, away]) => Math.max(1, from + away)),
  ),
  segments: fc.integer({ min: 1, max: 10 }),
});

const unitOf = ({ messages, segments }: { messages: number; segments: number }) =>
  quoteVolume({ messages, segments }).tier.rateMicros;

describe("the price list", () => {
  test("begins with the first segment, and each tier is further up and cheaper", () => {
    const [first, ...others] = priceList.tiers;
    expect(first.from).toBe(1);
    let below: { from: number; rateMicros: number } = first;
    for (const tier of others) {
      expect(tier.from).toBeGreaterThan(below.from);
      expect(tier.rateMicros).toBeLessThan(below.rateMicros);
      below = tier;
    }
  });
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
  const { tier, netMicros, next } = quoteVolume(asked);
  expect({ rate: tier.rateMicros, net: netMicros, more: next?.moreMessages }).toEqual(expected);
});

describe("for any volume", () => {
  test("the price is the segments at one rate, and all sums are exact integers", () => {
    fc.assert(
      fc.property(volume, ({ messages, segments }) => {
        const quote = quoteVolume({ messages, segments });
        expect(quote.credits).toBe(messages * segments);
        expect(quote.netMicros).toBe(quote.credits * quote.tier.rateMicros);
        expect(quote.perMessageMicros * messages).toBe(quote.netMicros);
        expect(quote.vatMicros * 100).toBe(quote.netMicros * priceList.vatPercent);
        expect(quote.grossMicros).toBe(quote.netMicros + quote.vatMicros);
        for (const sum of [quote.netMicros, quote.vatMicros, quote.grossMicros]) {
          expect(Number.isSafeInteger(sum)).toBe(true);
        }
      }),
    );
  });

  test("a segment never costs more when there are more of them", () => {
    fc.assert(
      fc.property(volume, volume, (one, other) => {
        const [less, more] = [one, other].sort(
          (a, b) => a.messages * a.segments - b.messages * b.segments,
        );
        if (less && more) expect(unitOf(more)).toBeLessThanOrEqual(unitOf(less));
      }),
    );
  });

  test("one more message costs more, unless it reaches the next tier", () => {
    fc.assert(
      fc.property(volume, ({ messages, segments }) => {
        const now = quoteVolume({ messages, segments });
        const then = quoteVolume({ messages: messages + 1, segments });
        if (then.tier.from === now.tier.from) {
          expect(then.netMicros).toBe(now.netMicros + now.perMessageMicros);
        } else {
          expect(then.tier.from).toBe(now.next?.from);
        }
      }),
    );
  });

  test("the total falls where a tier begins, never below what its rate would have made it before", () => {
    for (const { from } of priceList.tiers.slice(1)) {
      const before = quoteVolume({ messages: from - 1, segments: 1 });
      const at = quoteVolume({ messages: from, segments: 1 });
      expect(at.netMicros).toBeLessThan(before.netMicros);
      expect(at.netMicros).toBeGreaterThan(before.credits * at.tier.rateMicros);
    }
  });

  test("the messages still missing reach the next tier, and one fewer does not", () => {
    fc.assert(
      fc.property(volume, ({ messages, segments }) => {
        const { tier, next } = quoteVolume({ messages, segments });
        if (!next) return;
        const reach = (more: number) => quoteVolume({ messages: messages + more, segments });
        expect(next.moreMessages).toBeGreaterThan(0);
        expect(reach(next.moreMessages).tier.rateMicros).toBe(next.rateMicros);
        expect(reach(next.moreMessages - 1).tier).toEqual(tier);
      }),
    );
  });
});
