import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Who did what, from where, and what it changed. Triggers keep it append-only: a column may become empty, as erasing a
 * person asks for, and nothing else changes. What is old goes with its month.
 */
export const activityEvents = pgTable(
  "activity_events",
  {
    /** Whose log it is in; the nil UUID for what concerns the installation and no account. */
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    at: instant().notNull().defaultNow(),
    /** `admin`: a person of another account, who administers the installation. */
    actorKind: text({ enum: ["user", "token", "admin", "operator", "system"] }).notNull(),
    /** The person or the token. */
    actorId: uuid(),
    /** What they were called then: an email, or the name of a token. */
    actorLabel: text(),
    address: text(),
    userAgent: text(),
    action: text().notNull(),
    /** As on the wire, such as `tok_…`, or a name where there is no ID. */
    targetId: text(),
    /** What it was called then. */
    targetLabel: text(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index("activity_events_newest").on(t.id),
    index("activity_events_action").on(t.action, t.id),
    index("activity_events_actor").on(t.actorLabel, t.id),
    index("activity_events_admins").on(t.actorId).where(sql`${t.actorKind} = 'admin'`),
  ],
);

/** The tables of this file that are partitioned by month, each with the ID that tells the month of a row. */
export const partitions = { activity_events: "id" };

/** The triggers of this table, and their function. Those of a month are copies that PostgreSQL makes. */
export const triggers = {
  activity_events: {
    activity_events_append_only: "refuse_activity_change",
    activity_events_kept_whole: "refuse_activity_change",
  },
};
