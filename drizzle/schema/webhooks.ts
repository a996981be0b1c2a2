import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * A customer's webhook URL and the events it wants. The secret is kept as it is: it has to sign in every
 * process and be shown again. A deleted endpoint keeps its row, without its secret, for the log.
 */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    /**
     * `callback` is no endpoint that anybody made: it stands for a host that single messages name as where to report to. It
     * has no events, no secret, and the bare origin as its URL; `message_callbacks` says where a message reports to. When
     * it is deleted, it does not count towards the bound of hosts; it is delivered to all the same.
     */
    kind: text({ enum: ["endpoint", "callback"] })
      .notNull()
      .default("endpoint"),
    url: text().notNull(),
    description: text(),
    events: text().array().notNull(),
    test: boolean().notNull().default(false),
    secret: text().notNull(),
    /** The secret before the last rotation; it signs beside the new one until `previousUntil`. */
    previousSecret: text(),
    previousUntil: instant(),
    enabled: boolean().notNull().default(true),
    /** `account_closed` is the mark of endpoints that are enabled again if the account is reopened. */
    disabledReason: text({ enum: ["manual", "gone", "failing", "account_closed"] }),
    disabledAt: instant(),
    /** Since when events of these types are meant for it: its making, its last change of events, its last enabling. */
    subscribedSince: instant().notNull().defaultNow(),
    /** The first failure since the last success, and the last one; both empty while all is well. */
    failingSince: instant(),
    lastFailureAt: instant(),
    /** Set for a listener: when its program last asked for events, which nobody posts to its URL. */
    pulledAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    deletedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

/**
 * One event for one endpoint; written in the transaction that changed the message. The table is also the
 * queue: claiming moves `dueAt` behind the lease, so what a dead worker held becomes due by itself.
 */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    accountId: uuid().notNull(),
    endpointId: uuid().notNull(),
    eventId: uuid().notNull(),
    messageId: uuid().notNull(),
    type: text().notNull(),
    status: text({ enum: ["pending", "delivered", "failed"] })
      .notNull()
      .default("pending"),
    /** Why it failed for good. */
    reason: text({ enum: ["exhausted", "endpoint_disabled", "endpoint_deleted"] }),
    /** Tries in all, and tries since the event or its last replay: the place in the retry schedule. */
    attempts: integer().notNull().default(0),
    step: smallint().notNull().default(0),
    lastStatus: integer(),
    lastError: text(),
    /** What is sent, fixed by the first try: every other try sends the same bytes. */
    body: text(),
    replayId: uuid(),
    createdAt: instant().notNull().defaultNow(),
    dueAt: instant().notNull().defaultNow(),
    leaseId: uuid(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.endpointId, t.eventId] }),
    index("webhook_deliveries_message").on(t.accountId, t.messageId),
    index("webhook_deliveries_due")
      .on(t.accountId, t.endpointId, t.dueAt)
      .where(sql`${t.status} = 'pending'`),
    index("webhook_deliveries_failed")
      .on(t.accountId, t.endpointId, t.eventId)
      .where(sql`${t.status} = 'failed'`),
    index("webhook_deliveries_replay")
      .on(t.accountId, t.endpointId, t.replayId)
      .where(sql`${t.replayId} is not null`),
  ],
);

/**
 * Where one message reports its statuses to, because the request that sent it said so. `signer` makes signatures that the
 * token of that request verifies, and nothing else of the token can be told from it. Both are null once they were erased.
 */
export const messageCallbacks = pgTable(
  "message_callbacks",
  {
    accountId: uuid().notNull(),
    messageId: uuid().notNull(),
    endpointId: uuid().notNull(),
    url: text(),
    signer: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.messageId] }),
    index("message_callbacks_oldest").on(t.accountId, t.createdAt),
  ],
);

/** One try of a delivery: what was sent, what came back, when it goes on. Never changed. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    accountId: uuid().notNull(),
    endpointId: uuid().notNull(),
    eventId: uuid().notNull(),
    id: uuid().notNull(),
    at: instant().notNull(),
    durationMs: integer().notNull(),
    url: text().notNull(),
    requestHeaders: jsonb().notNull(),
    status: integer(),
    error: text(),
    /** The first 4 KB of the answer, as text. */
    answer: text(),
    nextAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.endpointId, t.eventId, t.id] })],
);

/** The tables of this file that are partitioned by month, each with the ID that tells the month of a row. */
export const partitions = { webhook_attempts: "event_id" };
