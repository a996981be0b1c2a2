import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { wholeNumber } from "../core/whole-number";
import { topUpRange } from "../pricing/quote-top-up";

const wrongAmount = `Give a whole number of credits from ${topUpRange.min} to ${topUpRange.max}.`;

/** How many credits to buy: one of the amounts offered, or `own` and an amount of one's own. */
export const TopUpInput = z
  .object({
    amount: limitedText(64, { tooLong: wrongAmount }).default(""),
    own_amount: limitedText(64, { tooLong: wrongAmount }).default(""),
  })
  .transform(({ amount, own_amount }, context) => {
    const { min, max } = topUpRange;
    const credits = wholeNumber(amount === "own" ? own_amount : amount, max);
    if (credits !== null && credits >= min) return { credits };
    context.addIssue({ code: "custom", message: wrongAmount, path: ["own_amount"] });
    return z.NEVER;
  });

/** What we read of a Stripe Checkout Session (docs.stripe.com/api/checkout/sessions/object). */
export const CheckoutSession = z.object({
  id: limitedText(255),
  client_reference_id: limitedText(255).nullable(),
  payment_status: z.enum(["paid", "unpaid", "no_payment_required"]),
  amount_total: z.int().nullable(),
  currency: limitedText(16).nullable(),
});

export type CheckoutSession = z.infer<typeof CheckoutSession>;
