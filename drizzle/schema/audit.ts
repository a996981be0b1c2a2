import { bigint, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * What an account had before an instant when everything before it had ended and an audit found nothing: later audits start
 * there. One row for each account and closed period, never changed.
 */
export const auditCheckpoints = pgTable(
  "audit_checkpoints",
  {
    accountId: uuid().notNull(),
    /** The first instant of a month in UTC: what was made before it is closed. */
    until: instant().notNull(),
    /** The last ledger transaction of the closed time in the account's order, and the balance after it. */
    number: bigint({ mode: "number" }).notNull(),
    balance: bigint({ mode: "number" }).notNull(),
    /** The sum of the kept totals of its months. */
    totals: bigint({ mode: "number" }).notNull(),
    messages: bigint({ mode: "number" }).notNull(),
    /** Their terminal events. */
    ends: bigint({ mode: "number" }).notNull(),
    /** Messages, segments, and credits that stayed spent, as the counters of its hours have them. */
    counted: bigint({ mode: "number" }).notNull(),
    segments: bigint({ mode: "number" }).notNull(),
    credits: bigint({ mode: "number" }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.until, t.accountId] })],
);
