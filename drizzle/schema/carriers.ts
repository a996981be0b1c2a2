import {
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

/** The circuit breaker of each carrier, shared by all processes. Without a row it is closed. */
export const carrierStates = pgTable("carrier_states", {
  carrier: text().primaryKey(),
  state: text({ enum: ["closed", "open", "half_open"] })
    .notNull()
    .default("closed"),
  /** Why messages wait, in the words of their rows; null while it is closed. */
  reason: text(),
  /** What the carrier said, for the administrator. */
  detail: text(),
  since: instant().notNull().defaultNow(),
  /** When one process may probe with a few messages. */
  retryAt: instant().notNull().defaultNow(),
  /** How often it has opened since the carrier last took messages. */
  failures: integer().notNull().default(0),
  /** Since when it gets no new messages, because the administrator takes it out of service. */
  drainingSince: instant(),
  /** When the parts that left so far have used up its rate (GCRA's theoretical arrival time). */
  rateUntil: instant(),
});

/**
 * What became of the attempts of the last seconds, by the second: the window of the failure rate. A ring of
 * slots, so that nothing has to be swept; a slot counts for the second it names.
 */
export const carrierAttempts = pgTable(
  "carrier_attempts",
  {
    carrier: text().notNull(),
    slot: smallint().notNull(),
    second: instant().notNull(),
    attempts: integer().notNull(),
    failures: integer().notNull(),
    /** Those of the failures that any message would have met. */
    certain: integer().notNull(),
    /** What the carrier said last. */
    detail: text(),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.slot] })],
);

/** What a carrier did in a minute, as counts by duration: the buckets of `lib/carriers/duration-buckets.ts`. */
export const carrierMinutes = pgTable(
  "carrier_minutes",
  {
    carrier: text().notNull(),
    minute: instant().notNull(),
    /** Responses to submissions, by the time they took. */
    submits: integer().array().notNull(),
    /** Final receipts, by the time since the submission. */
    receipts: integer().array().notNull(),
    delivered: integer().notNull().default(0),
    ended: integer().notNull().default(0),
    /** The most requests that waited for a response at once, and how many may, in the process with most of them. */
    windowUsed: integer().notNull().default(0),
    windowSize: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.minute] })],
);

/** Which message a carrier means by its own id, so that a receipt finds its account with one look-up. */
export const carrierMessages = pgTable(
  "carrier_messages",
  {
    carrier: text().notNull(),
    ref: text().notNull(),
    accountId: uuid().notNull(),
    messageId: uuid().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.carrier, t.ref] }),
    // For the sweep: the rows lie in the order of their time, and this is read by blocks of them.
    index("carrier_messages_oldest").using("brin", t.createdAt),
  ],
);

/** Receipts nobody could place yet: they came before the answer to the submit, or are not ours at all. */
export const parkedReceipts = pgTable(
  "parked_receipts",
  {
    id: uuid().notNull(),
    carrier: text().notNull(),
    ref: text().notNull(),
    status: text(),
    receipt: jsonb().notNull(),
    receivedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.ref, t.id] }),
    index("parked_receipts_newest").on(t.id),
    // A carrier that is told 404 repeats itself; one row tells as much as ten.
    uniqueIndex("parked_receipts_once").on(t.carrier, t.ref, t.status),
  ],
);

/** Callbacks that were turned away (wrong secret, not JSON, unknown shape), kept for the administrator. */
export const refusedCallbacks = pgTable("refused_callbacks", {
  id: uuid().primaryKey(),
  carrier: text().notNull(),
  reason: text().notNull(),
  address: text(),
  body: text().notNull(),
  receivedAt: instant().notNull().defaultNow(),
});

/** The simulator's memory of what it took: it dedupes on our message id like an HTTP upstream does. */
export const simulatorMessages = pgTable("simulator_messages", {
  messageId: uuid().primaryKey(),
  ref: text().notNull(),
  asked: integer().notNull().default(1),
  createdAt: instant().notNull().defaultNow(),
});

/** Receipts the simulator still owes; durable, so that a restart forgets none. */
export const simulatorReports = pgTable(
  "simulator_reports",
  {
    id: uuid().notNull(),
    event: jsonb().notNull(),
    dueAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.dueAt, t.id] })],
);

/**
 * Carriers that were given addresses with the secret that all carriers had in common: those there were when each got its
 * own. Filled once, by the migration.
 */
export const commonCallbacks = pgTable("common_callbacks", { carrier: text().primaryKey() });

/** The tables of this file that are partitioned by month, each with the ID that tells the month of a row. */
export const partitions = { simulator_messages: "message_id" };
