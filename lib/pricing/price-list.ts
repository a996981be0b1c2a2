/** A rate and the month's volume from which it holds. */
export interface Tier {
  /** Segments in a calendar month. */
  from: number;
  /** Net price of one segment in millionths of the currency. */
  rateMicros: number;
}

/**
 * What a segment costs. The tier is chosen by the segments of a calendar month, and its rate then holds
 * for all of them, from the first on. Rates are multiples of 100 micros, so that VAT comes out exact.
 */
export const priceList = {
  currency: "PLN",
  vatPercent: 23,
  tiers: [
    { from: 1, rateMicros: 120_000 },
    { from: 1001, rateMicros: 105_000 },
    { from: 10_001, rateMicros: 92_000 },
    { from: 50_001, rateMicros: 82_000 },
    { from: 200_001, rateMicros: 74_000 },
    { from: 1_000_001, rateMicros: 66_000 },
  ],
} as const satisfies { currency: string; vatPercent: number; tiers: readonly Tier[] };
