import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { instant } from "./columns";

/** When an account took each step of its beginning; it signed up when its row in `accounts` was made. */
export const onboarding = pgTable("onboarding", {
  accountId: uuid()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  firstTokenAt: instant(),
  firstRequestAt: instant(),
  firstAcceptedAt: instant(),
  firstDeliveredAt: instant(),
  firstWebhookAt: instant(),
  /** When its people asked not to be led through the steps any more. */
  dismissedAt: instant(),
});

/** API requests that were turned away before an account's first delivery. Never the token they came with. */
export const refusedRequests = pgTable(
  "refused_requests",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    at: instant().notNull().defaultNow(),
    method: text().notNull(),
    path: text().notNull(),
    status: integer().notNull(),
    code: text().notNull(),
    detail: text().notNull(),
    /** What was wrong with the token, when it could be told whose it is. */
    problem: text("flaw"),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);
