import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Ranges of numbers that an account sends no codes to for a while. A prefix lacks four digits or more: it is no number. */
export const verificationStops = pgTable(
  "verification_stops",
  {
    accountId: uuid().notNull(),
    prefix: text().notNull(),
    /** ISO 3166; null for networks of no country. */
    country: text(),
    reason: text({ enum: ["conversion", "velocity", "sequence"] }).notNull(),
    /** What it was decided by: verifications that were started, and those of them that were approved. */
    started: integer().notNull(),
    approved: integer().notNull(),
    stoppedAt: instant().notNull(),
    until: instant().notNull(),
    /** Somebody ended it early. What came before is not judged again. */
    liftedAt: instant(),
    /** Owners and administrators were told. */
    toldAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.prefix] }),
    index("verification_stops_untold").on(t.accountId, t.stoppedAt).where(sql`${t.toldAt} is null`),
    index("verification_stops_over").on(t.accountId, t.until),
  ],
);

/** The countries that an account chose to send codes to. Without a row, its own and those beside it. */
export const verificationCountries = pgTable("verification_countries", {
  accountId: uuid().primaryKey(),
  countries: text().array().notNull(),
  chosenAt: instant().notNull(),
});
