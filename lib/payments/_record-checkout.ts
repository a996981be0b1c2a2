import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { payments } from "@/drizzle/schema/payments";
import { recordActivity } from "../activity/record-activity";
import { systemOf } from "../activity/who";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { topUpCredits } from "../credits/top-up-credits";
import { issueInvoice } from "../invoices/issue-invoice";
import { isPayment, type PaymentKey } from "./_find-payment";
import { reversePayment } from "./_reverse-payment";
import { vatPercentOf } from "./_vat-percent-of";
import type { CheckoutSession } from "./contract";
import { paymentSentences } from "./sentences";

type Payment = typeof payments.$inferSelect;

interface Reported extends PaymentKey {
  status: Payment["status"];
  session: CheckoutSession;
}

/**
 * Records what became of a checkout, credits what was paid, minus what was refunded before that was known, and issues its
 * invoice or receipt. What is paid stays paid, and a declined payment does not become processing again. Returns the account that was
 * credited, if one was. Throws conflict if the amount is not the one we asked for.
 */
export async function recordCheckout(reported: Reported, tx: Tx): Promise<string | undefined> {
  const { accountId, paymentId, status, session } = reported;
  const intentId = session.payment_intent ?? undefined;
  const [payment] = await tx
    .update(payments)
    .set({
      status,
      sessionId: session.id,
      intentId,
      ...(status === "paid" && { paidAt: sql`now()` }),
    })
    .where(
      and(
        isPayment(reported),
        status === "processing" ? eq(payments.status, "open") : ne(payments.status, "paid"),
        or(isNull(payments.sessionId), eq(payments.sessionId, session.id)),
      ),
    )
    .returning();
  if (!payment || status !== "paid") return undefined;
  demandFullSum(payment, session);
  const { credits } = payment;
  const balance = await topUpCredits({ accountId, paymentId, credits }, tx);
  const actor = systemOf(accountId);
  const target = { id: publicId("pay", paymentId) };
  const after = { credits, balance };
  await recordActivity({ actor, action: "credits.bought", target, after }, tx);
  await issueInvoice({ actor, input: purchaseOf(payment) }, tx);
  await reversePayment(reported, tx);
  return accountId;
}

function purchaseOf(payment: Payment) {
  const { id: paymentId, credits, rateMicros, currency, netCents, vatCents, grossCents } = payment;
  const bill = { currency, netCents, vatCents, grossCents };
  return { paymentId, credits, rateMicros, vatPercent: vatPercentOf(payment), ...bill };
}

function demandFullSum(payment: Payment, { amount_total, currency }: CheckoutSession): void {
  const isFull =
    amount_total === payment.grossCents && currency?.toUpperCase() === payment.currency;
  if (isFull) return;
  throw new AppError(
    "conflict",
    paymentSentences.otherAmount({
      paid: `${amount_total} ${currency}`,
      asked: `${payment.grossCents} ${payment.currency}`,
    }),
  );
}
