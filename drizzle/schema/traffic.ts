import {
  bigint,
  boolean,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** What is counted together: an account's live or test messages of one hour of acceptance (UTC) in one state. */
const counted = () => ({
  accountId: uuid().notNull(),
  test: boolean().notNull(),
  hour: instant().notNull(),
  status: text().notNull(),
  /** How long delivery took, as a bucket of `lib/traffic/delivery-buckets.ts`; -1 for what is not delivered. */
  bucket: smallint().notNull(),
  messages: bigint({ mode: "number" }).notNull(),
  segments: bigint({ mode: "number" }).notNull(),
  /** Those that stayed spent: what was paid back counts none. */
  credits: bigint({ mode: "number" }).notNull(),
});

/** How many messages there are of each kind, but for what `messageDeltas` still has to add. */
export const messageCounts = pgTable("message_counts", counted(), (t) => [
  primaryKey({ columns: [t.accountId, t.test, t.hour, t.status, t.bucket] }),
]);

/**
 * What each statement on messages changed about the counts, as it says itself (`lib/traffic/count-moved-clause.ts`). Only
 * ever added to, so that no statement waits for another's; the worker folds the rows into `messageCounts`.
 */
export const messageDeltas = pgTable("message_deltas", counted(), (t) => [
  index("message_deltas_account").on(t.accountId),
]);
