import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One purchase of credits. Its id names the movement that credits it, so that there can be only one. */
export const payments = pgTable(
  "payments",
  {
    id: uuid().primaryKey(),
    accountId: uuid().notNull(),
    /** The payment provider's name for its checkout; null until it has one. */
    sessionId: text(),
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
  },
  (t) => [
    unique("payments_session").on(t.sessionId),
    index("payments_paid").on(t.accountId, t.paidAt).where(sql`${t.status} = 'paid'`),
    check("payments_add_up", sql`${t.netCents} + ${t.vatCents} = ${t.grossCents}`),
  ],
);

/** What the payment provider told us, each event once. */
export const paymentEvents = pgTable("payment_events", {
  id: text().primaryKey(),
  paymentId: uuid().notNull(),
  type: text().notNull(),
  receivedAt: instant().notNull().defaultNow(),
});
