import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** What is wrong with the installation: one row for each kind and subject. */
export const alarms = pgTable(
  "alarms",
  {
    alarm: text().notNull(),
    /** A carrier or a machine; empty where there is one thing of its kind. */
    subject: text().notNull(),
    since: instant().notNull(),
    /** When administrators were told last; null while they have not been, as within an hour of an alarm like it. */
    toldAt: instant(),
    /** Since when it is no longer so; what comes back soon is the same alarm. */
    clearSince: instant(),
  },
  (t) => [primaryKey({ columns: [t.alarm, t.subject] })],
);
