import { and, eq } from "drizzle-orm";
import { payments } from "@/drizzle/schema/payments";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { stripe } from "./_stripe";
import { paymentSentences } from "./sentences";

export interface PaymentKey {
  accountId: string;
  paymentId: string;
}

const key = { accountId: payments.accountId, paymentId: payments.id };

/** Whose payment has this ID; undefined if there is none. */
export async function findPaymentById(paymentId: string): Promise<PaymentKey | undefined> {
  const [known] = await db().select(key).from(payments).where(eq(payments.id, paymentId));
  return known;
}

/** The condition for one payment. */
export function isPayment({ accountId, paymentId }: PaymentKey) {
  return and(eq(payments.accountId, accountId), eq(payments.id, paymentId));
}

/**
 * The payment that a refund or dispute is about; undefined if it was not for credits of this
 * installation. One we have no intent of, because its checkout's event is still to come or came before intents were
 * stored, is looked up at Stripe. Throws unavailable if Stripe does not respond, so the event is sent again.
 */
export async function findPayment(intentId: string): Promise<PaymentKey | undefined> {
  const [known] = await db().select(key).from(payments).where(eq(payments.intentId, intentId));
  if (known) return known;
  const id = parsePublicId("pay", await askStripe(intentId));
  const payment = id && (await findPaymentById(id));
  if (!payment) return undefined;
  await db().update(payments).set({ intentId }).where(isPayment(payment));
  return payment;
}

async function askStripe(intentId: string): Promise<string> {
  const { checkout } = await stripe();
  const sessions = await checkout.sessions
    .list({ payment_intent: intentId, limit: 1 })
    .catch((cause: unknown) => {
      throw new AppError("unavailable", paymentSentences.stripeAway, { cause });
    });
  return sessions.data[0]?.client_reference_id ?? "";
}
