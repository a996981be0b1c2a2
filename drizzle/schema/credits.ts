import { bigint, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One movement of credits. Append-only: a trigger refuses UPDATE and DELETE. */
export const ledgerTransactions = pgTable(
  "ledger_transactions",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    kind: text({ enum: ["grant", "charge", "refund"] }).notNull(),
    note: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

/** The legs of a movement; those of one transaction sum to zero. Append-only like their transaction. */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    accountId: uuid().notNull(),
    transactionId: uuid().notNull(),
    ledger: text({ enum: ["customer", "granted", "spent", "refunded"] }).notNull(),
    amount: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.transactionId, t.ledger] })],
);
