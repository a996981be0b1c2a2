import { z } from "zod";
import type { PriceList } from "./price-list";

/** No text has more segments, so that one more message never leaps over a whole tier. */
const minTierWidth = 10;
const wrongRate = "must be a whole number of hundreds from 100 to 5000000";

const TierInput = z
  .strictObject({
    from: z
      .int("must be a whole number of segments")
      .positive("must be a whole number of segments"),
    rate_micros: z.int(wrongRate).min(100, wrongRate).max(5_000_000, wrongRate).multipleOf(100, {
      error: wrongRate,
    }),
  })
  .transform(({ from, rate_micros }) => ({ from, rateMicros: rate_micros }));

/** A price list as its file has it, in the words of `GET /api/pricing`. */
export const PriceListInput: z.ZodType<PriceList> = z
  .strictObject({
    currency: z
      .string("must be a code such as PLN")
      .refine(hasHundredths, "must be the code of a currency with hundredths, such as PLN"),
    vat_percent: z
      .int("must be a whole number from 0 to 50")
      .min(0, "must be a whole number from 0 to 50")
      .max(50, "must be a whole number from 0 to 50"),
    tiers: z.tuple([TierInput], TierInput, "must list at least one tier"),
  })
  .superRefine(({ tiers }, context) => {
    for (const [place, tier] of tiers.entries()) {
      const below = tiers[place - 1];
      const wrong = below ? wrongStep(below, tier) : tier.from !== 1 && "must begin with from: 1";
      if (wrong) context.addIssue({ code: "custom", message: wrong, path: ["tiers", place] });
    }
  })
  .transform(
    ({ currency, vat_percent: vatPercent, tiers }): PriceList => ({ currency, vatPercent, tiers }),
  );

interface Step {
  from: number;
  rateMicros: number;
}

function wrongStep(below: Step, tier: Step): string | undefined {
  if (tier.from < below.from + minTierWidth) {
    return `must begin at least ${minTierWidth} segments after the tier before`;
  }
  return tier.rateMicros < below.rateMicros ? undefined : "must be cheaper than the tier before";
}

function hasHundredths(currency: string): boolean {
  if (!/^[A-Z]{3}$/.test(currency)) return false;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits === 2;
}
