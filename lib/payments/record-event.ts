import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { paymentEvents, payments } from "@/drizzle/schema/payments";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { noticeGain } from "../credits/notice-gain";
import { topUpCredits } from "../credits/top-up-credits";
import { CheckoutSession } from "./contract";

interface PaymentEvent {
  id: string;
  type: string;
  data: { object: unknown };
}

type Payment = typeof payments.$inferSelect;

const kinds: Record<string, (session: CheckoutSession) => Payment["status"]> = {
  // Some ways to pay are only promised when the checkout ends.
  "checkout.session.completed": (session) =>
    session.payment_status === "paid" ? "paid" : "processing",
  "checkout.session.async_payment_succeeded": () => "paid",
  "checkout.session.async_payment_failed": () => "failed",
  "checkout.session.expired": () => "expired",
};

/**
 * Takes note of what Stripe says about a checkout and credits what was paid, in one commit. However often
 * and in whatever order events come, a payment is credited once, what is paid stays paid, and what was
 * declined is not under way again. Returns whether the event was new and ours. Throws conflict for a sum that is not the one we asked for.
 */
export async function recordEvent({ id, type, data }: PaymentEvent): Promise<boolean> {
  const statusOf = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (!statusOf) return false;
  const session = parseInput(CheckoutSession, data.object);
  // The Stripe account may sell other things as well.
  const paymentId = parsePublicId("pay", session.client_reference_id ?? "");
  if (!paymentId) return false;
  const status = statusOf(session);
  const outcome = await db().transaction(async (tx) => {
    const fresh = await tx
      .insert(paymentEvents)
      .values({ id, type, paymentId })
      .onConflictDoNothing()
      .returning({ id: paymentEvents.id });
    if (fresh.length === 0) return { isNew: false };
    return { isNew: true, credited: await moveTo(status, { paymentId, session }, tx) };
  });
  if (outcome.credited) await noticeGain(outcome.credited);
  return outcome.isNew;
}

interface Told {
  paymentId: string;
  session: CheckoutSession;
}

/** The account that was credited, if one was. */
async function moveTo(
  status: Payment["status"],
  { paymentId, session }: Told,
  tx: Tx,
): Promise<string | undefined> {
  const [payment] = await tx
    .update(payments)
    .set({ status, sessionId: session.id, ...(status === "paid" && { paidAt: sql`now()` }) })
    .where(
      and(
        eq(payments.id, paymentId),
        status === "processing" ? eq(payments.status, "open") : ne(payments.status, "paid"),
        or(isNull(payments.sessionId), eq(payments.sessionId, session.id)),
      ),
    )
    .returning();
  if (!payment || status !== "paid") return undefined;
  demandFullSum(payment, session);
  const { accountId, credits } = payment;
  await topUpCredits({ accountId, paymentId, credits }, tx);
  return accountId;
}

function demandFullSum(payment: Payment, { amount_total, currency }: CheckoutSession): void {
  const isFull =
    amount_total === payment.grossCents && currency?.toUpperCase() === payment.currency;
  if (isFull) return;
  throw new AppError(
    "conflict",
    `Paid were ${amount_total} ${currency}, asked for ${payment.grossCents} ${payment.currency}.`,
  );
}
