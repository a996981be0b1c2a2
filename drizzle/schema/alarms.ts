import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** What is wrong with the installation, and its administrators were told of: one row for each kind and subject. */
export const alarms = pgTable(
  "alarms",
  {
    alarm: text().notNull(),
    /** A carrier or a machine; empty where there is one thing of its kind. */
    subject: text().notNull(),
    since: instant().notNull(),
    toldAt: instant().notNull(),
    /** Since when it is no longer so; what comes back soon is the same alarm. */
    clearSince: instant(),
  },
  (t) => [primaryKey({ columns: [t.alarm, t.subject] })],
);
