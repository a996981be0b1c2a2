import { customType, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * What tells which messages cannot have a text: an account's messages in the order of their IDs, up to `lastId` from the
 * one after `afterId` on, in blocks, and the signature of these.
 */
export const textSegments = pgTable(
  "text_segments",
  {
    accountId: uuid().notNull(),
    lastId: uuid().notNull(),
    afterId: uuid().notNull(),
    messages: integer().notNull(),
    /** The first message of each block. */
    starts: uuid().array().notNull(),
    /** How many positions a hash can have; 0 when a text was erased, and the signature with it. */
    positions: integer().notNull(),
    /** For each position a row of bits, one per block. */
    bits: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.lastId] })],
);
