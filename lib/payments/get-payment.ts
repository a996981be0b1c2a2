import { and, eq } from "drizzle-orm";
import { payments } from "@/drizzle/schema/payments";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { paymentSentences } from "./sentences";

export type Payment = typeof payments.$inferSelect;

interface Wanted {
  actor: Actor;
  /** The public ID, which nobody has checked. */
  input: { paymentId: string };
}

/** One of an account's payments by its public id. Throws not_found. */
export async function getPayment({ actor, input }: Wanted): Promise<Payment> {
  demandPermission(actor, "read_credits");
  const id = parsePublicId("pay", input.paymentId);
  const [payment] = id
    ? await db()
        .select()
        .from(payments)
        .where(and(eq(payments.accountId, actor.accountId), eq(payments.id, id)))
    : [];
  if (!payment) throw new AppError("not_found", paymentSentences.notFound);
  return payment;
}
