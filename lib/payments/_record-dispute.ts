import { isNull, sql } from "drizzle-orm";
import { paymentDisputes } from "@/drizzle/schema/payments";
import type { Tx } from "../core/db";
import { env } from "../core/env";
import { publicId } from "../core/ids";
import { moneyWords } from "../language/money-words";
import type { Mail } from "../mail/mail";
import { queueMail } from "../mail/queue-mail";
import type { Dispute } from "./contract";

interface Reported {
  paymentId: string;
  dispute: Dispute;
  isClosed: boolean;
}

const microsPerCent = 10_000;

/**
 * Records that a dispute was opened or closed and queues the email to the administrator, once for each, in any
 * order of events. Returns whether this was the first time.
 */
export async function recordDispute(reported: Reported, tx: Tx): Promise<boolean> {
  const { paymentId, dispute, isClosed } = reported;
  const row = { id: dispute.id, paymentId, ...(isClosed && { closedAt: new Date() }) };
  const insert = tx.insert(paymentDisputes).values(row);
  const recorded = await (isClosed
    ? insert.onConflictDoUpdate({
        target: paymentDisputes.id,
        set: { closedAt: sql`now()` },
        setWhere: isNull(paymentDisputes.closedAt),
      })
    : insert.onConflictDoNothing()
  ).returning({ id: paymentDisputes.id });
  if (recorded.length === 0) return false;
  const { ADMIN_EMAIL } = env();
  if (ADMIN_EMAIL !== undefined) await queueMail({ ...letterOf(reported), to: ADMIN_EMAIL }, tx);
  return true;
}

function letterOf({ paymentId, dispute, isClosed }: Reported): Omit<Mail, "to"> {
  const { id, amount, currency, reason, status } = dispute;
  const sum = moneyWords("en", amount * microsPerCent, currency.toUpperCase());
  const payment = publicId("pay", paymentId);
  const link = { words: "Open disputes in Stripe", url: "https://dashboard.stripe.com/disputes" };
  if (isClosed) {
    return {
      subject: "A payment dispute was closed",
      paragraphs: [
        `Dispute ${id} over ${sum} for payment ${payment} was closed with the status "${status}".`,
        "Credits were not changed. If you refund the payment in Stripe, Depesza reverses its credits.",
      ],
      link,
    };
  }
  return {
    subject: "A payment was disputed",
    paragraphs: [
      `A customer disputed ${sum} of payment ${payment} with their bank (dispute ${id}, reason "${reason ?? "unknown"}").`,
      "Respond in Stripe before the deadline there. The customer keeps the credits until the payment is refunded.",
    ],
    link,
  };
}
