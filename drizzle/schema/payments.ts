import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One purchase of credits. Its ID is that of the ledger transaction that credits it, so there can be only one. */
export const payments = pgTable(
  "payments",
  {
    id: uuid().notNull(),
    accountId: uuid().notNull(),
    /** The payment provider's ID of its checkout; null until it has one. */
    sessionId: text(),
    /** The payment provider's ID of the payment, which refunds and disputes name; null until one is known. */
    intentId: text(),
    status: text({ enum: ["open", "processing", "paid", "failed", "expired"] })
      .notNull()
      .default("open"),
    credits: bigint({ mode: "number" }).notNull(),
    rateMicros: integer().notNull(),
    currency: text().notNull(),
    netCents: bigint({ mode: "number" }).notNull(),
    vatCents: bigint({ mode: "number" }).notNull(),
    grossCents: bigint({ mode: "number" }).notNull(),
    createdAt: instant().notNull().defaultNow(),
    paidAt: instant(),
    /** The largest refunded total that the provider reported for the payment as a whole. */
    refundedCents: bigint({ mode: "number" }).notNull().default(0),
    /** Credits taken back or owed because of refunds. */
    reversedCredits: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique("payments_intent").on(t.intentId, t.accountId),
    unique("payments_session").on(t.sessionId, t.accountId),
    index("payments_id").on(t.id),
    index("payments_paid").on(t.accountId, t.paidAt).where(sql`${t.status} = 'paid'`),
    check("payments_add_up", sql`${t.netCents} + ${t.vatCents} = ${t.grossCents}`),
  ],
);

/** Events received from the payment provider, each once. */
export const paymentEvents = pgTable("payment_events", {
  id: text().primaryKey(),
  paymentId: uuid().notNull(),
  type: text().notNull(),
  receivedAt: instant().notNull().defaultNow(),
});

/** Refunds that the payment provider reported one by one. */
export const paymentRefunds = pgTable(
  "payment_refunds",
  {
    id: text().primaryKey(),
    paymentId: uuid().notNull(),
    amountCents: bigint({ mode: "number" }).notNull(),
    /** A refund that failed or was cancelled; it stays so. */
    failed: boolean().notNull().default(false),
  },
  (t) => [index("payment_refunds_payment").on(t.paymentId)],
);

/** Disputes, each with the stages that the administrator was notified of. */
export const paymentDisputes = pgTable("payment_disputes", {
  id: text().primaryKey(),
  paymentId: uuid().notNull(),
  openedAt: instant().notNull().defaultNow(),
  closedAt: instant(),
});
