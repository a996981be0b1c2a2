import { eq, sql } from "drizzle-orm";
import { paymentRefunds, payments } from "@/drizzle/schema/payments";
import { recordActivity } from "../activity/record-activity";
import { systemOf } from "../activity/who";
import type { Tx } from "../core/db";
import { publicId } from "../core/ids";
import { reverseCredits } from "../credits/reverse-credits";
import { correctInvoice } from "../invoices/correct-invoice";
import { isPayment, type PaymentKey } from "./_find-payment";

/**
 * Brings the credits taken back for a payment, and its invoice, to what its refunds ask for, in the transaction that records one.
 * Depends only on what is recorded, so repeated events and any order of them end the same. A payment that is not
 * paid yet has nothing to take back. Returns the account whose credits changed, if any did.
 */
export async function reversePayment(of: PaymentKey, tx: Tx): Promise<string | undefined> {
  const [payment] = await tx.select().from(payments).where(isPayment(of)).for("update");
  if (payment?.status !== "paid") return undefined;
  const { accountId, credits, grossCents, reversedCredits } = payment;
  const refundedCents = Math.min(
    grossCents,
    await sumRefunds(of.paymentId, payment.refundedCents, tx),
  );
  const wanted = Math.round((credits * refundedCents) / grossCents);
  const isChanged = wanted !== reversedCredits;
  if (isChanged) await takeBack(of, { wanted, reversedCredits }, tx);
  const refunded = { paymentId: of.paymentId, grossCents: refundedCents, credits: wanted };
  // Last, because invoices of all accounts wait for the number of this one.
  await correctInvoice({ actor: systemOf(accountId), input: refunded }, tx);
  return isChanged ? accountId : undefined;
}

interface Change {
  wanted: number;
  reversedCredits: number;
}

async function takeBack(of: PaymentKey, { wanted, reversedCredits }: Change, tx: Tx) {
  const { accountId, paymentId } = of;
  await tx.update(payments).set({ reversedCredits: wanted }).where(isPayment(of));
  await reverseCredits({ accountId, credits: wanted - reversedCredits }, tx);
  const actor = systemOf(accountId);
  const target = { id: publicId("pay", paymentId) };
  const after = { credits: reversedCredits - wanted };
  await recordActivity({ actor, action: "credits.reversed", target, after }, tx);
}

/** Stripe reports refunds one by one and as a charge's total; either may come first, or not at all. */
async function sumRefunds(paymentId: string, totalCents: number, tx: Tx): Promise<number> {
  const [sums] = await tx
    .select({
      valid: sql<string>`coalesce(sum(amount_cents) filter (where not failed), 0)`,
      failed: sql<string>`coalesce(sum(amount_cents) filter (where failed), 0)`,
    })
    .from(paymentRefunds)
    .where(eq(paymentRefunds.paymentId, paymentId));
  return Math.max(Number(sums?.valid ?? 0), totalCents - Number(sums?.failed ?? 0));
}
