import {
  bigint,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * API bearers. Only the SHA-256 of the token is kept; first and last four tell them apart.
 * A rotated token keeps its row: the secret it had before goes on until `previousUntil`.
 */
export const tokens = pgTable(
  "tokens",
  {
    id: uuid().primaryKey(),
    /** No foreign key: a token is on every shard, and the account on one. No account is ever deleted. */
    accountId: uuid().notNull(),
    name: text().notNull(),
    mode: text({ enum: ["live", "test"] }).notNull(),
    hash: text().notNull(),
    lastFour: text().notNull(),
    /** The first four random characters, by which a token that was cut short can be told. */
    firstFour: text(),
    scopes: text().array().notNull(),
    allowedCidrs: text().array(),
    /** Credits it may spend on one day in UTC; null for any number. */
    dailyLimit: bigint({ mode: "number" }),
    expiresAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    revokedAt: instant(),
    rotatedAt: instant(),
    previousHash: text(),
    previousLastFour: text(),
    previousUntil: instant(),
    /** Raised by a trigger with every change: what was read at one version is true while it lasts. */
    version: integer().notNull().default(0),
    /** Counts what changed about its account that processes remember with it. */
    renewals: integer().notNull().default(0),
  },
  (t) => [
    unique("tokens_hash_unique").on(t.hash),
    unique("tokens_previous_hash_unique").on(t.previousHash),
    index("tokens_account").on(t.accountId),
    index("tokens_last_four").on(t.lastFour),
  ],
);

/** The trigger of this table, and its function: it raises the version. */
export const triggers = { tokens: { raise_token_version: "raise_token_version" } };

/** When and from where a token was last used; beside its account, because a token is on every shard and rarely written. */
export const tokenUses = pgTable(
  "token_uses",
  {
    accountId: uuid().notNull(),
    tokenId: uuid().notNull(),
    lastUsedAt: instant().notNull(),
    lastUsedAddress: text(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.tokenId] })],
);

/**
 * What a token with a daily limit has spent on its newest day with spending. It has a row from when it gets its limit, so that
 * whoever spends finds one to lock.
 */
export const tokenSpending = pgTable(
  "token_spending",
  {
    accountId: uuid().notNull(),
    tokenId: uuid().notNull(),
    /** In UTC. */
    day: date().notNull(),
    credits: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.tokenId] })],
);

/** Requests made with a token, by hour. Kept for two days, to say what a revocation would stop. */
export const tokenHours = pgTable(
  "token_hours",
  {
    accountId: uuid().notNull(),
    tokenId: uuid().notNull(),
    hour: instant().notNull(),
    requests: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.tokenId, t.hour] })],
);
