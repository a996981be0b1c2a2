import { z } from "zod";
import { worded } from "../core/worded";
import { pricingSentences } from "./sentences";

const wrongMessages = pricingSentences.wrongMessages;
const wrongSegments = pricingSentences.wrongSegments;

/** The query of `GET /api/pricing`. */
export const PricingQuery = z.object({
  messages: z.coerce
    .number(worded(wrongMessages))
    .int(worded(wrongMessages))
    .min(1, worded(wrongMessages))
    .max(100_000_000, worded(wrongMessages))
    .meta({ description: "Messages in a calendar month.", examples: [25_000] }),
  segments: z.coerce
    .number(worded(wrongSegments))
    .int(worded(wrongSegments))
    .min(1, worded(wrongSegments))
    .max(10, worded(wrongSegments))
    .default(1)
    .meta({ description: "Segments of each message.", examples: [1] }),
});

const Micros = z.int();

const TierView = z.object({
  from: z.int().meta({ description: "Segments in a calendar month from which the rate holds." }),
  rate_micros: Micros.meta({ description: "Net price of one segment.", examples: [92_000] }),
});

/** What a month's messages cost: `GET /api/pricing`. Money is in millionths of the currency. */
export const PriceQuote = z.object({
  messages: z.int(),
  segments: z.int(),
  credits: z.int().meta({ description: "Messages times segments; one credit each." }),
  currency: z.string().meta({ examples: ["PLN"] }),
  vat_percent: z.int().meta({ examples: [23] }),
  rate_micros: Micros.meta({ description: "Net price of one segment at this volume." }),
  per_message_micros: Micros.meta({ description: "Net price of one message at this volume." }),
  net_micros: Micros,
  vat_micros: Micros,
  gross_micros: Micros,
  next_tier: TierView.extend({
    more_messages: z.int().meta({ description: "Fewest further messages that reach it." }),
    net_micros: Micros.meta({
      description: "Net price of the whole month with them; it may be less than without.",
    }),
  })
    .nullable()
    .meta({ description: "The next cheaper rate; null in the highest tier." }),
  tiers: z.array(TierView).meta({ description: "The whole price list." }),
});

export type PriceQuote = z.infer<typeof PriceQuote>;
