import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * A number that is to prove itself by a code. No column here has the code: it follows from the ID, by a key that is not in
 * the database.
 */
export const verifications = pgTable(
  "verifications",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    test: boolean().notNull(),
    status: text({
      enum: ["pending", "approved", "expired", "max_attempts", "cancelled"],
    }).notNull(),
    to: text("recipient").notNull(),
    /** Nobody started it: it answers the checks of a number without a verification, so that they look like any other's. */
    isDecoy: boolean("decoy").notNull(),
    codeLength: smallint().notNull(),
    /** Codes that were compared. */
    checks: smallint().notNull().default(0),
    /** Messages with the code, those that are being sent among them, and the newest of them. */
    sends: smallint().notNull().default(0),
    messageId: uuid(),
    clientRef: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
    /** The event of its end. */
    eventId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("verifications_pending")
      .on(t.accountId, t.test, t.to)
      .where(sql`${t.status} = 'pending' and not ${t.isDecoy}`),
    uniqueIndex("verifications_decoy").on(t.accountId, t.test, t.to).where(sql`${t.isDecoy}`),
    index("verifications_recipient").on(t.accountId, t.to, t.id),
    index("verifications_due")
      .on(t.accountId, t.expiresAt)
      .where(sql`${t.status} = 'pending' and not ${t.isDecoy}`),
    index("verifications_decoys_due").on(t.accountId, t.expiresAt).where(sql`${t.isDecoy}`),
    index("verifications_oldest").on(t.accountId, t.createdAt),
    // What the guard against fraud judges ranges by: 10,000 numbers, and a million.
    index("verifications_narrow")
      .on(t.accountId, sql`left(${t.to}, -4)`, t.createdAt)
      .where(sql`not ${t.isDecoy} and not ${t.test}`),
    index("verifications_wide")
      .on(t.accountId, sql`left(${t.to}, -6)`, t.createdAt)
      .where(sql`not ${t.isDecoy} and not ${t.test}`),
  ],
);
