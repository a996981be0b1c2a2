import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** A customer's webhook URL and the events it wants. */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    url: text().notNull(),
    description: text(),
    events: text().array().notNull(),
    test: boolean().notNull().default(false),
    secret: text().notNull(),
    enabled: boolean().notNull().default(true),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

/** One event for one endpoint; written in the transaction that changed the message. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull(),
    endpointId: uuid().notNull(),
    messageId: uuid().notNull(),
    eventId: uuid().notNull(),
    status: text({ enum: ["pending", "delivered", "failed"] })
      .notNull()
      .default("pending"),
    attempts: integer().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
    dueAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex("webhook_deliveries_once").on(t.accountId, t.eventId, t.endpointId),
    index("webhook_deliveries_due").on(t.accountId, t.dueAt).where(sql`${t.status} = 'pending'`),
  ],
);
