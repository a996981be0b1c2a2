import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** A message from a phone. Without an account, nobody here has the number it was sent to. */
export const inboundMessages = pgTable(
  "inbound_messages",
  {
    id: uuid().primaryKey(),
    accountId: uuid(),
    carrier: text().notNull(),
    /** The carrier's ID of it: one that is reported twice is stored once. */
    ref: text().notNull(),
    from: text("sender").notNull(),
    to: text("recipient").notNull(),
    /** Empty once it was erased. */
    body: text().notNull(),
    bodyErasedAt: instant(),
    test: boolean().notNull().default(false),
    /** What its words ask for. */
    keyword: text({ enum: ["opt_out", "opt_in", "help"] }),
    /** The message of the account that it answers, where the carrier says so. */
    inReplyTo: uuid(),
    /** When it was sent, by the carrier's clock. */
    at: instant().notNull(),
    receivedAt: instant().notNull().defaultNow(),
    readAt: instant(),
    raw: jsonb(),
  },
  (t) => [
    uniqueIndex("inbound_messages_once").on(t.carrier, t.ref),
    index("inbound_messages_newest").on(t.accountId, t.id),
    index("inbound_messages_phone").on(t.accountId, t.from, t.id),
    index("inbound_messages_unmatched").on(t.id).where(sql`${t.accountId} is null`),
  ],
);

/** Parts of long inbound messages that have not all come yet. */
export const inboundParts = pgTable(
  "inbound_parts",
  {
    carrier: text().notNull(),
    /** What the parts of one message have in common. */
    group: text("group_key").notNull(),
    number: smallint().notNull(),
    total: smallint().notNull(),
    message: jsonb().notNull(),
    receivedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.group, t.number] })],
);

/** The numbers of this installation: whose account gets what is sent to them. */
export const numbers = pgTable(
  "numbers",
  {
    /** E.164 without the plus, or a short code. */
    number: text().primaryKey(),
    accountId: uuid().notNull(),
    carrier: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index("numbers_account").on(t.accountId)],
);

/** Who wants no messages of an account: of one sender, or of all of them where `sender` is empty. */
export const optOuts = pgTable(
  "opt_outs",
  {
    accountId: uuid().notNull(),
    to: text("recipient").notNull(),
    from: text("sender").notNull().default(""),
    reason: text().notNull(),
    source: text({ enum: ["keyword", "panel", "api", "import", "carrier"] }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.to, t.from] }),
    index("opt_outs_newest").on(t.accountId, t.createdAt, t.to),
  ],
);
