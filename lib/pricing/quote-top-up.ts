import { type Bill, billCredits } from "./bill-credits";
import type { PriceList, Tier } from "./price-list";
import { quoteVolume } from "./quote-volume";

/** How many credits one purchase may have. */
export const topUpRange = { min: 100, max: 1_000_000 } as const;

interface TopUp {
  credits: number;
  /** Credits already bought in this calendar month (UTC). */
  bought: number;
}

export interface TopUpQuote {
  tier: Tier;
  bill: Bill;
  /** The fewest further credits that reach the next tier, and the bill then; null in the highest. */
  next: (Tier & { moreCredits: number; bill: Bill }) | null;
}

/**
 * What buying credits costs now: all of them at the rate of the tier that the month's purchases reach with
 * them. What was bought before stays at what it cost then.
 */
export function quoteTopUp({ credits, bought }: TopUp, list: PriceList): TopUpQuote {
  const { tier, next } = quoteVolume({ messages: bought + credits, segments: 1 }, list);
  const bill = billCredits({ credits, rateMicros: tier.rateMicros }, list);
  if (!next) return { tier, bill, next: null };
  const { from, rateMicros, moreMessages: moreCredits } = next;
  return {
    tier,
    bill,
    next: {
      from,
      rateMicros,
      moreCredits,
      bill: billCredits({ credits: credits + moreCredits, rateMicros }, list),
    },
  };
}
