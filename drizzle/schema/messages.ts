import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One SMS to one recipient. The table is also the queue: `dueAt` and the lease say what to do next. */
export const messages = pgTable(
  "messages",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    tokenId: uuid(),
    source: text({ enum: ["api", "panel"] }).notNull(),
    test: boolean().notNull(),
    status: text({
      enum: [
        "scheduled",
        "queued",
        "sending",
        "sent",
        "unknown",
        "delivered",
        "failed",
        "expired",
        "bounced",
        "cancelled",
      ],
    }).notNull(),
    from: text("sender").notNull(),
    to: text("recipient").notNull(),
    /** Empty once it was erased. */
    body: text().notNull(),
    /** Null: the text stays as long as its account keeps texts. `never`: nobody is shown it. Both go once a carrier has it. */
    bodyStorage: text({ enum: ["never", "until_sent"] }),
    bodyErasedAt: instant(),
    encoding: text({ enum: ["GSM-7", "UCS-2"] }).notNull(),
    segments: integer().notNull(),
    credits: integer().notNull(),
    clientRef: text(),
    /** What its sender attached: an object of at most 4 kB. No index has it: each would grow with every change of a row. */
    metadata: jsonb().$type<Record<string, unknown>>(),
    /** As the request said it, for its views. What it stands for, and for how long, is in `idempotency_keys`. */
    idempotencyKey: uuid(),
    /** The campaign it belongs to. */
    sendId: uuid(),
    /** The verification it has a code of. Its text has •••••• in place of the code, which it gets on its way to a carrier. */
    verificationId: uuid(),
    scheduledAt: instant(),
    /** The time of the first answer, kept when a message is moved: a replay repeats that answer. */
    firstScheduledAt: instant(),
    createdAt: instant().notNull(),
    priority: smallint().notNull().default(0),
    dueAt: instant().notNull(),
    validUntil: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** When a carrier that may have taken it was first asked; its request must stay the same from then on. */
    offeredAt: instant(),
    waitReason: text(),
    leaseId: uuid(),
    leaseUntil: instant(),
    /** Whom it goes to, or went to; null until a route is found. */
    carrier: text(),
    /** The route that chose the carrier, in words. */
    route: text(),
    carrierRef: text(),
    /** How many receipts end it, where the carrier reports each part; null for one. */
    parts: smallint(),
    sentAt: instant(),
    endedAt: instant(),
    reason: text(),
    carrierCode: text(),
    operator: text(),
    chargeId: uuid(),
    refundId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index("messages_due")
      .on(t.accountId, t.test, t.carrier, t.priority, t.dueAt, t.id)
      .where(sql`${t.status} in ('scheduled', 'queued')`),
    index("messages_unrouted")
      .on(t.accountId, t.dueAt)
      .where(sql`${t.status} in ('scheduled', 'queued') and ${t.carrier} is null`),
    index("messages_unknown").on(t.accountId, t.id).where(sql`${t.status} = 'unknown'`),
    index("messages_leased").on(t.accountId, t.leaseUntil).where(sql`${t.status} = 'sending'`),
    index("messages_open")
      .on(t.accountId, t.validUntil)
      .where(sql`${t.status} in ('scheduled', 'queued', 'sending', 'sent', 'unknown')`),
    index("messages_client_ref")
      .on(t.accountId, t.clientRef, t.id)
      .where(sql`${t.clientRef} is not null`),
    index("messages_send").on(t.accountId, t.sendId, t.id).where(sql`${t.sendId} is not null`),
    index("messages_send_open")
      .on(t.accountId, t.sendId, t.status)
      .where(
        sql`${t.sendId} is not null and ${t.status} in ('scheduled', 'queued', 'sending', 'sent', 'unknown')`,
      ),
    index("messages_recipient").on(t.accountId, t.to, t.id),
    index("messages_reason").on(t.accountId, t.reason, t.id).where(sql`${t.reason} is not null`),
    index("messages_carrier_code")
      .on(t.accountId, sql`lower(${t.carrierCode})`, t.id)
      .where(sql`${t.carrierCode} is not null`),
    index("messages_test").on(t.accountId, t.id).where(sql`${t.test}`),
    index("messages_refund").on(t.accountId, t.refundId).where(sql`${t.refundId} is not null`),
    check("messages_segments_counted", sql`${t.segments} between 1 and 10`),
  ],
);

/** The idempotency keys in use, and the message that each stands for. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    accountId: uuid().notNull(),
    key: uuid().notNull(),
    messageId: uuid().notNull(),
    /** Tells a repeated request from another one; null once its recipient was erased, so that no request is the same. */
    requestHash: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.key] }),
    index("idempotency_keys_oldest").on(t.accountId, t.createdAt),
  ],
);

/** What happened to a message, newest last. `terminal` marks the one event that ended it. */
export const messageEvents = pgTable(
  "message_events",
  {
    accountId: uuid().notNull(),
    messageId: uuid().notNull(),
    id: uuid().notNull(),
    type: text().notNull(),
    terminal: boolean().notNull().default(false),
    at: instant().notNull(),
    source: text({ enum: ["api", "panel", "worker", "carrier"] }).notNull(),
    reason: text(),
    carrierCode: text(),
    operator: text(),
    raw: jsonb(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.messageId, t.id] }),
    uniqueIndex("message_events_one_terminal")
      .on(t.accountId, t.messageId)
      .where(sql`${t.terminal}`),
  ],
);

/** The parts of a message that were delivered, by what its carrier calls each; for messages with several receipts. */
export const deliveredParts = pgTable(
  "delivered_parts",
  {
    accountId: uuid().notNull(),
    messageId: uuid().notNull(),
    part: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.messageId, t.part] })],
);

/** The tables of this file that are partitioned by month, each with the ID that tells the month of a row. */
export const partitions = { message_events: "message_id", delivered_parts: "message_id" };
