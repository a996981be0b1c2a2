import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The tenant. `credits` is a cache of the ledger, guarded by the check and compared by the audit. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    status: text({ enum: ["active", "suspended"] })
      .notNull()
      .default("active"),
    credits: bigint({ mode: "number" }).notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [check("accounts_credits_not_negative", sql`${t.credits} >= 0`)],
);

/** A person who signs in. `email` is stored lower-cased and trimmed. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    email: text().notNull(),
    passwordHash: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [unique("users_email_unique").on(t.email), index("users_account").on(t.accountId)],
);

/** One signed-in browser. The cookie only names the row, so deleting it ends the session at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    address: text(),
    userAgent: text(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** Counters that slow guessing down: one row per guessed-at account or guessing address and window. */
export const attempts = pgTable("attempts", {
  key: text().primaryKey(),
  windowStartedAt: instant().notNull(),
  count: integer().notNull(),
});
