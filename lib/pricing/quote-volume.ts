import { priceList, type Tier } from "./price-list";

export interface Volume {
  /** Messages in a calendar month. */
  messages: number;
  /** Segments of each. */
  segments: number;
}

export interface VolumeQuote {
  /** Segments in all: what is charged, one credit each. */
  credits: number;
  tier: Tier;
  netMicros: number;
  vatMicros: number;
  grossMicros: number;
  /** Net price of one message. */
  perMessageMicros: number;
  /** The tier above and the fewest further messages that reach it; null in the highest. */
  next: (Tier & { moreMessages: number }) | null;
}

/**
 * What a month's messages cost. All of them have the rate of the tier their number reaches: the price of
 * a segment never rises with the volume, but the total falls where a tier begins.
 */
export function quoteVolume({ messages, segments }: Volume): VolumeQuote {
  const credits = messages * segments;
  const { tier, above } = tiersAt(credits);
  const netMicros = credits * tier.rateMicros;
  const vatMicros = (netMicros * priceList.vatPercent) / 100;
  return {
    credits,
    tier,
    netMicros,
    vatMicros,
    grossMicros: netMicros + vatMicros,
    perMessageMicros: segments * tier.rateMicros,
    next: above ? { ...above, moreMessages: Math.ceil((above.from - credits) / segments) } : null,
  };
}

function tiersAt(credits: number): { tier: Tier; above: Tier | undefined } {
  const [first, ...others] = priceList.tiers;
  let tier: Tier = first;
  for (const other of others) {
    if (credits < other.from) return { tier, above: other };
    tier = other;
  }
  return { tier, above: undefined };
}
