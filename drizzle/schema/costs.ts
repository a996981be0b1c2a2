import { bigint, date, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";

/**
 * What an account's messages were charged and refunded on one day of the ledger (UTC), by who spent it and where it went.
 * Added up from ledger transactions in their order, each once, so that its sums are the ledger's.
 */
export const costDays = pgTable(
  "cost_days",
  {
    accountId: uuid().notNull(),
    day: date().notNull(),
    /** Empty for credits whose messages are not known any more. */
    sender: text().notNull(),
    /** Null for the dashboard. */
    tokenId: uuid(),
    /** Null for messages of no campaign. */
    campaignId: uuid(),
    /** An ISO 3166 code; empty for networks of no country, and for recipients that were erased. */
    country: text().notNull(),
    messages: bigint({ mode: "number" }).notNull(),
    refundedMessages: bigint({ mode: "number" }).notNull(),
    charged: bigint({ mode: "number" }).notNull(),
    refunded: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    unique("cost_days_key")
      .on(t.accountId, t.day, t.sender, t.tokenId, t.campaignId, t.country)
      .nullsNotDistinct(),
  ],
);

/** The number of the last ledger transaction of an account that `costDays` has. No row: none. */
export const costMarks = pgTable("cost_marks", {
  accountId: uuid().primaryKey(),
  number: bigint({ mode: "number" }).notNull(),
});
