import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One text to many numbers, under a name. Its messages carry its id; what became of them is counted there. */
export const sends = pgTable(
  "sends",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** The idempotency key of the request: repeating it continues the same send. */
    key: uuid().notNull(),
    recipients: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("sends_key").on(t.accountId, t.key),
    check("sends_recipients_positive", sql`${t.recipients} > 0`),
  ],
);
