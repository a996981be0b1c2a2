import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * One ledger transaction: credits that move between the customer's ledger and one other. Append-only: a trigger rejects
 * UPDATE and DELETE.
 */
export const ledgerTransactions = pgTable(
  "ledger_transactions",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    /** 1 for the account's first transaction, then one more each: the order in which its balance changed. */
    number: bigint({ mode: "number" }).notNull(),
    kind: text({ enum: ["grant", "topup", "charge", "refund", "reversal"] }).notNull(),
    /** Credits the customer gained, which the other ledger lost; negative for credits spent or taken back. */
    gain: bigint({ mode: "number" }).notNull(),
    /** The other ledger. */
    against: text({ enum: ["granted", "paid", "spent", "refunded"] }).notNull(),
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
      .where(sql`${t.kind} in ('grant', 'topup', 'reversal')`),
    check(
      "ledger_transactions_against_is_kind",
      sql`(${t.kind}, ${t.against}) in (('grant', 'granted'), ('topup', 'paid'), ('charge', 'spent'),
        ('refund', 'refunded'), ('reversal', 'paid'))`,
    ),
  ],
);

/** The two entries of each ledger transaction, which sum to zero: a view. */
export const ledgerEntries = pgView("ledger_entries", {
  accountId: uuid().notNull(),
  transactionId: uuid().notNull(),
  ledger: text({ enum: ["customer", "granted", "paid", "spent", "refunded"] }).notNull(),
  amount: bigint({ mode: "number" }).notNull(),
}).as(sql`
  select account_id, id as transaction_id, 'customer' as ledger, gain as amount from ledger_transactions
  union all
  select account_id, id, against, -gain from ledger_transactions`);

/** The trigger of this table, and its function: it rejects the statement. */
export const triggers = {
  ledger_transactions: { ledger_transactions_append_only: "refuse_ledger_change" },
};

/** The sum of an account's transactions of one kind and month, kept by the statement that records each of them. */
export const ledgerTotals = pgTable(
  "ledger_totals",
  {
    accountId: uuid().notNull(),
    /** Its first day, in UTC. */
    month: date().notNull(),
    kind: text({ enum: ["grant", "topup", "charge", "refund", "reversal"] }).notNull(),
    /** Credits the customer gained; negative for credits spent or taken back. */
    credits: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.month, t.kind] })],
);

/** When to send an account a low-balance alert, and whether its balance is low. No row: never. */
export const balanceAlerts = pgTable("balance_alerts", {
  accountId: uuid().primaryKey(),
  belowCredits: bigint({ mode: "number" }),
  belowDays: integer(),
  /** Since when the balance is low; null while it is not. */
  lowSince: instant(),
  /** When its owners were last notified. */
  toldAt: instant(),
});
