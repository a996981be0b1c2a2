import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * What was issued for purchases: invoices, receipts, and corrections, each with its facts as they were then. Append-only: a
 * trigger rejects UPDATE and DELETE. Kept when an account is erased, as tax law demands.
 */
export const invoices = pgTable(
  "invoices",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    /** Such as "INV/2026/000001": without a gap in its series and year, over all accounts. */
    number: text().notNull(),
    kind: text({ enum: ["invoice", "receipt", "correction"] }).notNull(),
    paymentId: uuid().notNull(),
    /** The invoice or receipt that it corrects; null if it is one. */
    correctsId: uuid(),
    issuedAt: instant().notNull().defaultNow(),
    /** Null where the seller had not set them. */
    sellerName: text(),
    sellerAddress: text(),
    sellerTaxId: text(),
    /** Null where the buyer had not entered them. */
    buyerName: text(),
    buyerAddress: text(),
    buyerTaxId: text(),
    /** In a correction, this and all sums are what changes: below 0 for a refund. */
    credits: bigint({ mode: "number" }).notNull(),
    rateMicros: integer().notNull(),
    vatPercent: integer().notNull(),
    currency: text().notNull(),
    netCents: bigint({ mode: "number" }).notNull(),
    vatCents: bigint({ mode: "number" }).notNull(),
    grossCents: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index("invoices_payment").on(t.accountId, t.paymentId),
    check("invoices_add_up", sql`${t.netCents} + ${t.vatCents} = ${t.grossCents}`),
    check("invoices_correct_one", sql`(${t.kind} = 'correction') = (${t.correctsId} is not null)`),
  ],
);

/** The trigger of this table, and its function: it rejects the statement. */
export const triggers = { invoices: { invoices_append_only: "refuse_ledger_change" } };

/** The last number of each series and year. Its row is locked until the invoice with it is committed. */
export const invoiceNumbers = pgTable(
  "invoice_numbers",
  {
    series: text().notNull(),
    year: integer().notNull(),
    last: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.series, t.year] })],
);

/** Whom the invoices of an account are made out to. */
export const buyers = pgTable("buyers", {
  accountId: uuid().primaryKey(),
  name: text().notNull(),
  address: text().notNull(),
  taxId: text(),
});
