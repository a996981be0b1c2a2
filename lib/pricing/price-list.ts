/** A rate and the month's volume from which it holds. */
export interface Tier {
  /** Segments in a calendar month. */
  from: number;
  /** Net price of one segment in millionths of the currency. */
  rateMicros: number;
}

/** What a segment costs. `contract.ts` says what a price list must be like. */
export interface PriceList {
  /** ISO 4217; of those that have hundredths. */
  currency: string;
  vatPercent: number;
  /** From the first segment on, each further up and cheaper. */
  tiers: readonly [Tier, ...Tier[]];
}

/**
 * The price list unless the installation has its own (`PRICE_LIST`). The tier is chosen by the segments of
 * a calendar month, and its rate then holds for all of them, from the first on.
 */
export const standardPriceList: PriceList = {
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
};
