import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * A short link in the text of one message, and how often it was opened. On every shard, because whoever opens it names no
 * account.
 */
export const shortLinks = pgTable(
  "short_links",
  {
    code: text().primaryKey(),
    accountId: uuid().notNull(),
    /** Chosen before its message is stored; none has it when nothing came of that. */
    messageId: uuid(),
    /** The campaign of its message; null for a message of its own. */
    sendId: uuid(),
    /** Where it leads: an absolute URL, http or https. */
    target: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    /** Requests that look like a person's, and those that look like a preview's. */
    opens: integer().notNull().default(0),
    previews: integer().notNull().default(0),
    firstOpenedAt: instant(),
    lastOpenedAt: instant(),
  },
  (t) => [
    index("short_links_message").on(t.accountId, t.messageId),
    index("short_links_send").on(t.accountId, t.sendId).where(sql`${t.sendId} is not null`),
    index("short_links_oldest").on(t.createdAt),
  ],
);
