import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The names that an account asked to send from, and what was decided about each. */
export const senderNames = pgTable(
  "sender_names",
  {
    accountId: uuid().notNull(),
    /** The name in small letters: phones show no difference that matters. */
    key: text().notNull(),
    name: text().notNull(),
    /** What it is for, in the words of who asked. */
    purpose: text().notNull(),
    status: text({ enum: ["requested", "approved", "rejected"] })
      .notNull()
      .default("requested"),
    /** Why it was rejected. */
    reason: text(),
    requestedAt: instant().notNull().defaultNow(),
    decidedAt: instant(),
    decidedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.key] }),
    index("sender_names_requested").on(t.requestedAt).where(sql`${t.status} = 'requested'`),
  ],
);
