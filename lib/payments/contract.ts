import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { wholeNumber } from "../core/whole-number";
import { wordedIssue } from "../core/worded";
import { topUpRange } from "../pricing/quote-top-up";
import { paymentSentences } from "./sentences";

const wrongAmount = paymentSentences.wrongAmount(topUpRange);

/** How many credits to buy: one of the suggested amounts, or `own` with a custom amount. */
export const TopUpInput = z
  .object({
    amount: limitedText(64, { tooLong: wrongAmount }).default(""),
    own_amount: limitedText(64, { tooLong: wrongAmount }).default(""),
  })
  .transform(({ amount, own_amount }, context) => {
    const { min, max } = topUpRange;
    const credits = wholeNumber(amount === "own" ? own_amount : amount, max);
    if (credits !== null && credits >= min) return { credits };
    context.addIssue(wordedIssue(wrongAmount, ["own_amount"]));
    return z.NEVER;
  });

/** What we read of a Stripe Checkout Session (docs.stripe.com/api/checkout/sessions/object). */
export const CheckoutSession = z.object({
  id: limitedText(255),
  client_reference_id: limitedText(255).nullable(),
  payment_status: z.enum(["paid", "unpaid", "no_payment_required"]),
  amount_total: z.int().nullable(),
  currency: limitedText(16).nullable(),
  payment_intent: limitedText(255).nullish(),
});

export type CheckoutSession = z.infer<typeof CheckoutSession>;

/** What we read of a Stripe Charge (docs.stripe.com/api/charges/object). */
export const Charge = z.object({
  payment_intent: limitedText(255).nullish(),
  amount_refunded: z.int().min(0),
});

export type Charge = z.infer<typeof Charge>;

/** What we read of a Stripe Refund (docs.stripe.com/api/refunds/object). */
export const Refund = z.object({
  id: limitedText(255),
  payment_intent: limitedText(255).nullish(),
  amount: z.int().min(0),
  status: limitedText(64).nullish(),
});

export type Refund = z.infer<typeof Refund>;

/** What we read of a Stripe Dispute (docs.stripe.com/api/disputes/object). */
export const Dispute = z.object({
  id: limitedText(255),
  payment_intent: limitedText(255).nullish(),
  amount: z.int(),
  currency: limitedText(16),
  reason: limitedText(64).nullish(),
  status: limitedText(64),
});

export type Dispute = z.infer<typeof Dispute>;
