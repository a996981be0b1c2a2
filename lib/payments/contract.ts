import { z } from "zod";
import { wholeNumber } from "../core/whole-number";
import { topUpRange } from "../pricing/quote-top-up";

/** How many credits to buy: one of the amounts offered, or `own` and an amount of one's own. */
export const TopUpInput = z
  .object({ amount: z.string().default(""), own_amount: z.string().default("") })
  .transform(({ amount, own_amount }, context) => {
    const { min, max } = topUpRange;
    const credits = wholeNumber(amount === "own" ? own_amount : amount, max);
    if (credits !== null && credits >= min) return { credits };
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
