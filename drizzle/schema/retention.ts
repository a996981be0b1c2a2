import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** How long the installation keeps something, where its administrator has decided. Without a row, the usual time. */
export const retentionLimits = pgTable("retention_limits", {
  kind: text({ enum: ["texts", "attempts"] }).primaryKey(),
  /** Null: for ever. */
  days: integer(),
  setAt: instant().notNull().defaultNow(),
});

/** What an account chose to keep for less time than the installation does, and how far its texts are erased. */
export const accountRetention = pgTable("account_retention", {
  accountId: uuid().primaryKey(),
  /** Null: as long as the installation. */
  textDays: integer(),
  attemptDays: integer(),
  /** Everything accepted or received before this has lost its text. */
  textsUntil: instant(),
  /** How far the sweep that is under way has come: the last message sent, and the last one received. */
  sentTo: uuid(),
  receivedTo: uuid(),
  /** Every attempt made before this is gone. */
  attemptsUntil: instant(),
});
