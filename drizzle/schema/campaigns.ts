import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One text with variables for many people. Its messages carry its ID in `send_id`. */
export const campaigns = pgTable(
  "campaigns",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    name: text().notNull(),
    /** The idempotency key of the request that made it. */
    key: uuid(),
    /** Of what that request asked for: another one with the same key is refused. */
    requestHash: text(),
    status: text({
      enum: ["draft", "scheduled", "running", "paused", "finished", "cancelled"],
    }).notNull(),
    test: boolean().notNull(),
    source: text({ enum: ["api", "panel"] }).notNull(),
    /** The token that made the draft, and from the start on the one that started it; null for people. */
    tokenId: uuid(),
    from: text("sender").notNull().default(""),
    /** The text with its variables, as `{{first_name|there}}`. */
    body: text().notNull().default(""),
    /** `never`: nobody reads the texts of its messages later, and its own goes with what was uploaded when it ends. */
    bodyStorage: text({ enum: ["never"] }),
    /** When its text and its cells were erased. */
    bodyErasedAt: instant(),
    /** The names of the columns of the uploaded rows, in their order; empty for a list of numbers. */
    columns: jsonb().$type<string[]>().notNull().default([]),
    /** For each column what it is: `to`, the name of a variable, or null for ignored. */
    mapping: jsonb().$type<(string | null)[]>().notNull().default([]),
    /** Where a number without a country code belongs, as `PL`. */
    defaultCountry: text(),
    fileName: text(),
    rows: integer().notNull().default(0),
    scheduledAt: instant(),
    /** Messages a second at most; null for as fast as they go. */
    rate: integer(),
    /** Nothing is sent between these, as `21:00`, by the clock of the recipient. */
    quietFrom: text(),
    quietUntil: text(),
    /** Counts the changes of what is sent or to whom; the check that was made last is of one of them. */
    revision: integer().notNull().default(0),
    checkedRevision: integer(),
    /** The check that is under way, and until when nobody else begins another one. */
    checkId: uuid(),
    checkingUntil: instant(),
    /** What the last check found. */
    summary: jsonb(),
    /** The ledger transaction that reserved the credits at the start, and how many. */
    chargeId: uuid(),
    reservedCredits: integer().notNull().default(0),
    /** How many people the start was for, and the countries of their numbers. */
    people: integer().notNull().default(0),
    countries: jsonb().$type<string[]>().notNull().default([]),
    /** The last figures of its messages, once none is open any more. */
    figures: jsonb(),
    /** When the next row may be sent under `rate`. */
    nextAt: instant(),
    /** Why nothing goes at the moment: the quiet hours, or a closed or suspended account. */
    waitReason: text({ enum: ["quiet_hours", "account"] }),
    waitUntil: instant(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
    startedAt: instant(),
    pausedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("campaigns_key").on(t.accountId, t.key),
    index("campaigns_active")
      .on(t.accountId, t.id)
      .where(sql`${t.status} <> 'draft' and ${t.endedAt} is null`),
    index("campaigns_unchecked")
      .on(t.accountId, t.id)
      .where(sql`${t.status} = 'draft' and ${t.checkedRevision} is distinct from ${t.revision}`),
    index("campaigns_unkept")
      .on(t.accountId, t.id)
      .where(sql`${t.bodyStorage} is not null and ${t.bodyErasedAt} is null`),
    check("campaigns_rate_positive", sql`${t.rate} > 0`),
  ],
);

/** A row of a campaign: one person as they were uploaded, what the check found, and their message. */
export const campaignRows = pgTable(
  "campaign_rows",
  {
    accountId: uuid().notNull(),
    campaignId: uuid().notNull(),
    /** The row's number in the file, the header being row 1; in a list without one, from 1. */
    position: integer().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
    state: text({
      enum: [
        "unchecked",
        "ready",
        "empty",
        "invalid",
        "landline",
        "duplicate",
        "opted_out",
        "missing_variable",
        "too_long",
      ],
    })
      .notNull()
      .default("unchecked"),
    /** What the state is about: the variable, or the row it repeats. */
    detail: text(),
    to: text("recipient"),
    country: text(),
    segments: integer().notNull().default(0),
    credits: integer().notNull().default(0),
    clientRef: text(),
    messageId: uuid(),
    /** Why a row that was ready at the start got no message: refused since then, or the campaign was cancelled. */
    ended: text({ enum: ["opted_out", "not_sent"] }),
    /** The ledger transaction that gave the credits of such a row back. */
    refundId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.campaignId, t.position] }),
    index("campaign_rows_waiting")
      .on(t.accountId, t.campaignId, t.position)
      .where(sql`${t.state} = 'ready' and ${t.messageId} is null and ${t.ended} is null`),
    index("campaign_rows_ended")
      .on(t.accountId, t.campaignId, t.ended)
      .where(sql`${t.ended} is not null`),
    index("campaign_rows_message")
      .on(t.accountId, t.messageId)
      .where(sql`${t.messageId} is not null`),
  ],
);
