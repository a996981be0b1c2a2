import { type Bill, billCredits } from "./bill-credits";
import type { PriceList, Tier } from "./price-list";

export interface Volume {
  /** Messages in a calendar month. */
  messages: number;
  /** Segments of each. */
  segments: number;
}

/** The tier above and what it takes to reach it. */
interface NextTier extends Tier {
  /** The fewest further messages that reach it. */
  moreMessages: number;
  /** What the whole month then costs; it may be less than now. */
  netMicros: number;
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
  /** The sums as an invoice rounds them. */
  bill: Bill;
  /** Null in the highest tier. */
  next: NextTier | null;
}

/**
 * What a month's messages cost. All of them have the rate of the tier their number reaches: the price of
 * a segment never rises with the volume, but the total falls where a tier begins.
 */
export function quoteVolume({ messages, segments }: Volume, list: PriceList): VolumeQuote {
  const credits = messages * segments;
  const { tier, above } = tiersAt(credits, list);
  const netMicros = credits * tier.rateMicros;
  // Rates are whole hundreds of micros, which keeps this exact; dividing last would not, at large volumes.
  const vatMicros = credits * ((tier.rateMicros / 100) * list.vatPercent);
  return {
    credits,
    tier,
    netMicros,
    vatMicros,
    grossMicros: netMicros + vatMicros,
    perMessageMicros: segments * tier.rateMicros,
    bill: billCredits({ credits, rateMicros: tier.rateMicros }, list),
    next: above ? nextTier(above, { messages, segments }) : null,
  };
}

function nextTier(above: Tier, { messages, segments }: Volume): NextTier {
  const moreMessages = Math.ceil((above.from - messages * segments) / segments);
  const netMicros = (messages + moreMessages) * segments * above.rateMicros;
  return { ...above, moreMessages, netMicros };
}

function tiersAt(credits: number, { tiers }: PriceList): { tier: Tier; above: Tier | undefined } {
  const [first, ...others] = tiers;
  let tier: Tier = first;
  for (const other of others) {
    if (credits < other.from) return { tier, above: other };
    tier = other;
  }
  return { tier, above: undefined };
}
