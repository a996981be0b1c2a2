import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** How long the installation keeps something, where its administrator has decided. Without a row, the usual time. */
export const retentionLimits = pgTable("retention_limits", {
  kind: text({ enum: ["texts", "events", "attempts"] }).primaryKey(),
  /** Null: for ever. */
  days: integer(),
  /** Rows of messages accepted before this may be gone, in every account. */
  goneUntil: instant(),
  setAt: instant().notNull().defaultNow(),
});

/** What an account chose to keep for less time than the installation does, and how far its texts are erased. */
export const accountRetention = pgTable("account_retention", {
  accountId: uuid().primaryKey(),
  /** Null: as long as the installation. */
  textDays: integer(),
  eventDays: integer(),
  attemptDays: integer(),
  /** Everything accepted or received before this has lost its text. */
  textsUntil: instant(),
  /** How far the sweep that is under way has come: the last message sent, and the last one received. */
  sentTo: uuid(),
  receivedTo: uuid(),
  /** The histories of messages accepted before this are gone. */
  eventsUntil: instant(),
  /** Those before this may be: a sweep has begun. */
  eventsGoneUntil: instant(),
  /** The attempts of events before this are gone. */
  attemptsUntil: instant(),
});
