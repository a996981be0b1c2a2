import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Mails that the mail server did not take, each until it does or its time is over. */
export const waitingMails = pgTable(
  "waiting_mails",
  {
    id: uuid().primaryKey(),
    /** The mail as JSON, encrypted: it may hold a link that opens an account. */
    sealed: text().notNull(),
    tries: integer().notNull().default(1),
    nextTryAt: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index("waiting_mails_due").on(t.nextTryAt)],
);
