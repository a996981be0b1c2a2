import fc from "fast-check";
import { expect, test } from "vitest";
import { standardPriceList } from "./price-list";
import { quoteTopUp } from "./quote-top-up";
import { quoteVolume } from "./quote-volume";

const amount = fc.integer({ min: 1, max: 1_000_000 });

test("the month's first purchase costs what the calculator says for as many messages", () => {
  fc.assert(
    fc.property(amount, (credits) => {
      const { bill } = quoteVolume({ messages: credits, segments: 1 }, standardPriceList);
      expect(quoteTopUp({ credits, bought: 0 }, standardPriceList).bill).toEqual(bill);
    }),
  );
});

test("the same amount never costs more later in the month", () => {
  fc.assert(
    fc.property(amount, amount, (credits, bought) => {
      const later = quoteTopUp({ credits, bought }, standardPriceList);
      const first = quoteTopUp({ credits, bought: 0 }, standardPriceList);
      expect(later.bill.netCents).toBeLessThanOrEqual(first.bill.netCents);
    }),
  );
});

test("just under a tier, more credits cost less, and the quote says how many", () => {
  const quote = quoteTopUp({ credits: 10_000, bought: 0 }, standardPriceList);
  expect(quote.bill.netCents).toBe(105_000);
  expect(quote.next).toMatchObject({ moreCredits: 1, bill: { netCents: 92_009 } });
});

test("what was bought before brings the next tier nearer", () => {
  const quote = quoteTopUp({ credits: 1000, bought: 9001 }, standardPriceList);
  expect(quote.tier.rateMicros).toBe(92_000);
  expect(quote.bill).toEqual({ netCents: 9200, vatCents: 2116, grossCents: 11_316 });
});
