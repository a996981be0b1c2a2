import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { instant } from "./columns";

/** API bearers. Only the SHA-256 of the token is kept; prefix and last four are for people to tell them apart. */
export const tokens = pgTable(
  "tokens",
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    name: text().notNull(),
    mode: text({ enum: ["live", "test"] }).notNull(),
    hash: text().notNull(),
    lastFour: text().notNull(),
    scopes: text().array().notNull(),
    allowedCidrs: text().array(),
    expiresAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    lastUsedAt: instant(),
    lastUsedAddress: text(),
    revokedAt: instant(),
  },
  (t) => [unique("tokens_hash_unique").on(t.hash), index("tokens_account").on(t.accountId)],
);
