import { z } from "zod";
import { topUpRange } from "../pricing/quote-top-up";

/** How many credits to buy: one of the amounts offered, or `own` and an amount of one's own. */
export const TopUpInput = z
  .object({ amount: z.string().default(""), own_amount: z.string().default("") })
  .transform(({ amount, own_amount }, context) => {
    const credits = Number(amount === "own" ? own_amount.trim() || Number.NaN : amount);
    const { min, max } = topUpRange;
    if (Number.isInteger(credits) && credits >= min && credits <= max) return { credits };
    const message = `Give a whole number of credits from ${min} to ${max}.`;
    context.addIssue({ code: "custom", message, path: ["own_amount"] });
    return z.NEVER;
  });

/** What we read of a Stripe Checkout Session (docs.stripe.com/api/checkout/sessions/object). */
export const CheckoutSession = z.object({
  id: z.string(),
  client_reference_id: z.string().nullable(),
  payment_status: z.enum(["paid", "unpaid", "no_payment_required"]),
  amount_total: z.int().nullable(),
  currency: z.string().nullable(),
});

export type CheckoutSession = z.infer<typeof CheckoutSession>;
