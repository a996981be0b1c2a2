import { sql } from "drizzle-orm";
import { paymentEvents, paymentRefunds, payments } from "@/drizzle/schema/payments";
import { db, type Tx } from "../core/db";
import { parsePublicId } from "../core/ids";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { noticeGain } from "../credits/notice-gain";
import { findPayment, findPaymentById, isPayment, type PaymentKey } from "./_find-payment";
import { recordCheckout } from "./_record-checkout";
import { recordDispute } from "./_record-dispute";
import { reversePayment } from "./_reverse-payment";
import { Charge, CheckoutSession, Dispute, Refund } from "./contract";

interface PaymentEvent {
  id: string;
  type: string;
  data: { object: unknown };
}

type Status = (typeof payments.$inferSelect)["status"];

/** What is left to do once the event is committed. */
type Sequel = () => unknown;

/** What an event asks for, once its payment is known. */
interface Work {
  of: PaymentKey;
  record: (tx: Tx) => Promise<Sequel | undefined>;
}

const statuses: Record<string, (session: CheckoutSession) => Status> = {
  // With some payment methods, the money comes days after the checkout ends.
  "checkout.session.completed": (session) =>
    session.payment_status === "paid" ? "paid" : "processing",
  "checkout.session.async_payment_succeeded": () => "paid",
  "checkout.session.async_payment_failed": () => "failed",
  "checkout.session.expired": () => "expired",
};

/**
 * Records what Stripe reports about a checkout, a refund, or a dispute, and changes credits for it, in one commit.
 * For any repetition and order of events, a payment is credited once, a refund takes its credits back once, and the
 * administrator is notified of a dispute once when it opens and once when it closes. Returns whether the event was
 * new and about credits sold here. Throws conflict for an amount we did not ask for, unavailable if Stripe has to
 * be asked what a refund is for and does not respond.
 */
export async function recordEvent(event: PaymentEvent): Promise<boolean> {
  const { id, type } = event;
  const work = await readWork(event);
  if (!work) return false;
  const { paymentId } = work.of;
  const outcome = await db().transaction(async (tx) => {
    const fresh = await tx
      .insert(paymentEvents)
      .values({ id, type, paymentId })
      .onConflictDoNothing()
      .returning({ id: paymentEvents.id });
    if (fresh.length === 0) return { isNew: false };
    return { isNew: true, sequel: await work.record(tx) };
  });
  await outcome.sequel?.();
  return outcome.isNew;
}

/** Undefined for what is not ours: the Stripe account may sell other things as well. */
async function readWork({ type, data }: PaymentEvent): Promise<Work | undefined> {
  const statusOf = Object.hasOwn(statuses, type) ? statuses[type] : undefined;
  if (statusOf) return checkoutWork(parseInput(CheckoutSession, data.object), statusOf);
  if (type === "charge.refunded") return chargeWork(parseInput(Charge, data.object));
  if (/^(charge\.)?refund\.(created|updated|failed)$/.test(type)) {
    return refundWork(parseInput(Refund, data.object));
  }
  if (type.startsWith("charge.dispute.")) {
    return disputeWork(parseInput(Dispute, data.object), type === "charge.dispute.closed");
  }
  return undefined;
}

async function checkoutWork(
  session: CheckoutSession,
  statusOf: (session: CheckoutSession) => Status,
): Promise<Work | undefined> {
  const paymentId = parsePublicId("pay", session.client_reference_id ?? "");
  const of = paymentId && (await findPaymentById(paymentId));
  if (!of) {
    // As after a restore of an older backup: somebody paid, and nobody else will say so.
    if (paymentId) log().warn({ paymentId }, "Stripe reports a payment that is not known here");
    return undefined;
  }
  const reported = { ...of, session, status: statusOf(session) };
  return { of, record: async (tx) => sequelOf(await recordCheckout(reported, tx)) };
}

async function paymentOf(intentId: string | null | undefined): Promise<PaymentKey | undefined> {
  return intentId ? findPayment(intentId) : undefined;
}

async function chargeWork({ payment_intent, amount_refunded }: Charge): Promise<Work | undefined> {
  const of = await paymentOf(payment_intent);
  if (!of) return undefined;
  return {
    of,
    async record(tx) {
      // An older event with a smaller total may come later.
      await tx
        .update(payments)
        .set({
          refundedCents: sql`greatest(${payments.refundedCents}, ${amount_refunded}::bigint)`,
        })
        .where(isPayment(of));
      return sequelOf(await reversePayment(of, tx));
    },
  };
}

async function refundWork({
  id,
  payment_intent,
  amount,
  status,
}: Refund): Promise<Work | undefined> {
  const of = await paymentOf(payment_intent);
  if (!of) return undefined;
  const { paymentId } = of;
  const failed = status === "failed" || status === "canceled";
  return {
    of,
    async record(tx) {
      await tx
        .insert(paymentRefunds)
        .values({ id, paymentId, amountCents: amount, failed })
        .onConflictDoUpdate({
          target: paymentRefunds.id,
          set: { failed: sql`${paymentRefunds.failed} or excluded.failed` },
        });
      return sequelOf(await reversePayment(of, tx));
    },
  };
}

async function disputeWork(dispute: Dispute, isClosed: boolean): Promise<Work | undefined> {
  const of = await paymentOf(dispute.payment_intent);
  if (!of) return undefined;
  const { paymentId } = of;
  return {
    of,
    async record(tx) {
      if (!(await recordDispute({ paymentId, dispute, isClosed }, tx))) return undefined;
      const { id: disputeId, amount, currency, status } = dispute;
      const facts = { paymentId, disputeId, amount, currency, status };
      return () => log().warn(facts, isClosed ? "a dispute was closed" : "a payment was disputed");
    },
  };
}

/** Open pages of an account whose credits changed show it. */
function sequelOf(accountId: string | undefined): Sequel | undefined {
  return accountId === undefined ? undefined : () => noticeGain(accountId);
}
