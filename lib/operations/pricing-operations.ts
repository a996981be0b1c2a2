import { PriceQuote, PricingQuery } from "../pricing/contract";
import type { Operation } from "./operation";

const tiers = [
  { from: 1, rate_micros: 120_000 },
  { from: 1001, rate_micros: 105_000 },
  { from: 10_001, rate_micros: 92_000 },
  { from: 50_001, rate_micros: 82_000 },
  { from: 200_001, rate_micros: 74_000 },
  { from: 1_000_001, rate_micros: 66_000 },
];

const getPricing = {
  id: "getPricing",
  method: "get",
  path: "/api/pricing",
  tag: "Pricing",
  summary: "Price a month's messages",
  description:
    "The sum of the calculator. The rate follows from all segments of the month and holds for each of them. No token needed.",
  scope: null,
  query: PricingQuery,
  answers: {
    200: {
      description: "What these messages cost. Money is in millionths of the currency.",
      schema: PriceQuote,
      examples: [
        {
          name: "quote",
          summary: "25,000 messages of one segment",
          value: {
            messages: 25_000,
            segments: 1,
            credits: 25_000,
            currency: "PLN",
            vat_percent: 23,
            rate_micros: 92_000,
            per_message_micros: 92_000,
            net_micros: 2_300_000_000,
            vat_micros: 529_000_000,
            gross_micros: 2_829_000_000,
            next_tier: {
              from: 50_001,
              rate_micros: 82_000,
              more_messages: 25_001,
              net_micros: 4_100_082_000,
            },
            tiers,
          },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

/** `/api/pricing`. */
export const pricingOperations = { getPricing };
