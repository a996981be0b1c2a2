import { pricingOperations } from "../operations/pricing-operations";
import { priceListInForce } from "../payments/price-list-in-force";
import type { PriceQuote } from "../pricing/contract";
import type { Tier } from "../pricing/price-list";
import { quoteVolume, type Volume } from "../pricing/quote-volume";
import { serve } from "./serve";

/** `/api/pricing`: the calculator's sum. Public, and pure arithmetic, so that it needs no token and no limit. */
export const pricingRoutes = serve(pricingOperations, {
  getPricing: ({ query }) => toView(query),
});

function toView({ messages, segments }: Volume): PriceQuote {
  const list = priceListInForce();
  const quote = quoteVolume({ messages, segments }, list);
  const { next } = quote;
  return {
    messages,
    segments,
    credits: quote.credits,
    currency: list.currency,
    vat_percent: list.vatPercent,
    rate_micros: quote.tier.rateMicros,
    per_message_micros: quote.perMessageMicros,
    net_micros: quote.netMicros,
    vat_micros: quote.vatMicros,
    gross_micros: quote.grossMicros,
    next_tier: next && {
      ...toTierView(next),
      more_messages: next.moreMessages,
      net_micros: next.netMicros,
    },
    tiers: list.tiers.map(toTierView),
  };
}

function toTierView({ from, rateMicros }: Tier) {
  return { from, rate_micros: rateMicros };
}
