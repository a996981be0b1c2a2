import { and, eq } from "drizzle-orm";
import { payments } from "@/drizzle/schema/payments";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { paymentSentences } from "./sentences";

export type Payment = typeof payments.$inferSelect;

/** One of an account's payments by its public id. Throws not_found. */
export async function getPayment(accountId: string, publicPaymentId: string): Promise<Payment> {
  const id = parsePublicId("pay", publicPaymentId);
  const [payment] = id
    ? await db()
        .select()
        .from(payments)
        .where(and(eq(payments.accountId, accountId), eq(payments.id, id)))
    : [];
  if (!payment) throw new AppError("not_found", paymentSentences.notFound);
  return payment;
}
