import { eq } from "drizzle-orm";
import { payments } from "@/drizzle/schema/payments";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { stripe } from "./_stripe";
import { paymentSentences } from "./sentences";

/**
 * The ID of the payment that a refund or dispute is about; undefined if it was not for credits of this
 * installation. One we have no intent of, because its checkout's event is still to come or came before intents were
 * stored, is looked up at Stripe. Throws unavailable if Stripe does not respond, so the event is sent again.
 */
export async function findPayment(intentId: string): Promise<string | undefined> {
  const [known] = await db()
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.intentId, intentId));
  if (known) return known.id;
  const id = parsePublicId("pay", await askStripe(intentId));
  if (!id) return undefined;
  const [payment] = await db()
    .update(payments)
    .set({ intentId })
    .where(eq(payments.id, id))
    .returning({ id: payments.id });
  return payment?.id;
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
