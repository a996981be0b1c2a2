import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One movement of credits. Append-only: a trigger refuses UPDATE and DELETE. */
export const ledgerTransactions = pgTable(
  "ledger_transactions",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    /** 1 for the account's first movement, then one more each: the order in which its balance moved. */
    number: bigint({ mode: "number" }).notNull(),
    kind: text({ enum: ["grant", "topup", "charge", "refund"] }).notNull(),
    note: text(),
    /** The account's credits after it. */
    balance: bigint({ mode: "number" }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("ledger_transactions_number").on(t.accountId, t.number),
    index("ledger_transactions_gains")
      .on(t.accountId, t.id)
      .where(sql`${t.kind} in ('grant', 'topup')`),
  ],
);

/** The legs of a movement; those of one transaction sum to zero. Append-only like their transaction. */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    accountId: uuid().notNull(),
    transactionId: uuid().notNull(),
    ledger: text({ enum: ["customer", "granted", "paid", "spent", "refunded"] }).notNull(),
    amount: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.transactionId, t.ledger] })],
);

/** When an account wants to hear that its credits run low, and whether they do. No row: never. */
export const balanceAlerts = pgTable("balance_alerts", {
  accountId: uuid().primaryKey(),
  belowCredits: bigint({ mode: "number" }),
  belowDays: integer(),
  /** Since when the balance is low; null while it is not. */
  lowSince: instant(),
  /** When its people were last told. */
  toldAt: instant(),
});
