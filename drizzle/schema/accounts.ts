import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** The tenant. `credits` is a cache of the ledger, guarded by the check and compared by the audit. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** `closing`: its owner asked for deletion. `erased`: only what the ledger needs is left. */
    status: text({ enum: ["active", "suspended", "closing", "erased"] })
      .notNull()
      .default("active"),
    /** When deletion was asked for, and from when on there is no way back; both empty otherwise. */
    closedAt: instant(),
    eraseAfter: instant(),
    credits: bigint({ mode: "number" }).notNull().default(0),
    /** Credits of refunded payments that the balance did not cover; the next credits in pay them. */
    owed: bigint({ mode: "number" }).notNull().default(0),
    /** Ledger transactions so far: the number of the newest one. */
    movements: bigint({ mode: "number" }).notNull().default(0),
    /** The ISO 3166 code of the country whose numbers may be written without its code; null for none. */
    defaultCountry: text(),
    /** It started without welcome credits, because its e-mail address had an account before. */
    welcomeWithheld: boolean().notNull().default(false),
    /** Its people administer the installation: carriers, routes, and messages of unknown fate. */
    admin: boolean().notNull().default(false),
    /** Limits of its own; null where the settings hold, 0 for none. */
    requestsPerSecond: integer(),
    requestsPerMinute: integer(),
    messagesPerMinute: integer(),
    testMessagesPerMinute: integer(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("accounts_credits_not_negative", sql`${t.credits} >= 0`),
    check("accounts_owed_not_negative", sql`${t.owed} >= 0`),
    check(
      "accounts_limits_not_negative",
      sql`least(${t.requestsPerSecond}, ${t.requestsPerMinute}, ${t.messagesPerMinute}, ${t.testMessagesPerMinute}) >= 0`,
    ),
    index("accounts_to_erase").on(t.eraseAfter).where(sql`${t.eraseAfter} is not null`),
    // What the administrator looks accounts up by.
    index("accounts_name_begins").on(sql`lower(${t.name}) text_pattern_ops`),
    index("accounts_inactive").on(t.status, t.id).where(sql`${t.status} <> 'active'`),
  ],
);

/** Why an account may send nothing, as long as it may not. Its messages stay in the queue meanwhile. */
export const suspensions = pgTable("suspensions", {
  accountId: uuid().primaryKey(),
  reason: text().notNull(),
  /** Who decided it, by email; "operator" for the command line. */
  decidedBy: text().notNull(),
  suspendedAt: instant().notNull().defaultNow(),
});

/** A person who signs in. `email` is stored lower-cased and trimmed. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey(),
    /** No foreign key: a person is on every shard, and the account on one. No account is ever deleted. */
    accountId: uuid().notNull(),
    email: text().notNull(),
    passwordHash: text().notNull(),
    /** What they may do in the account; whoever opens one owns it. */
    role: text({ enum: ["owner", "developer", "sender", "billing", "viewer"] })
      .notNull()
      .default("owner"),
    name: text(),
    /** An IANA zone that times are shown in; null for the browser's own. */
    timeZone: text(),
    /** What screens and mails are in; null for what the browser asks for. */
    language: text({ enum: ["en", "pl"] }),
    /** The secret of the authenticator app, encrypted; in force once `totpEnabledAt` is set. */
    totpSecret: text(),
    totpEnabledAt: instant(),
    /** The time step of the last code that was taken, so that no code is taken twice. */
    totpLastStep: bigint({ mode: "number" }),
    /** Browsers that signed in before are trusted while their cookie names this number. */
    deviceGeneration: integer().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique("users_email_unique").on(t.email),
    index("users_account").on(t.accountId),
    index("users_email_begins").on(sql`${t.email} text_pattern_ops`),
    index("users_email_domain").on(sql`split_part(${t.email}, '@', 2)`),
  ],
);

/** One signed-in browser. The cookie only names the row, so deleting it ends the session at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    address: text(),
    userAgent: text(),
    /** The account that an administrator looks at in it, and until when; both empty otherwise. */
    viewedAccountId: uuid(),
    viewedUntil: instant(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** When each session was last used; beside its account, because a session is on every shard and written once. */
export const sessionUses = pgTable(
  "session_uses",
  {
    accountId: uuid().notNull(),
    sessionId: uuid().notNull(),
    lastSeenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.sessionId] }),
    index("session_uses_last").on(t.lastSeenAt),
  ],
);

/**
 * Something its bearer may do once and soon: set a new password, take a new e-mail, show the second step of
 * a sign-in. Only the SHA-256 of the secret is kept. A ticket is no session and opens nothing else.
 */
export const tickets = pgTable(
  "tickets",
  {
    hash: text().primaryKey(),
    kind: text({ enum: ["reset", "email", "second_step"] }).notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The address to be taken, of a ticket for one. */
    email: text(),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("tickets_user").on(t.userId)],
);

/**
 * Somebody who may join an account by a mailed link, once. Only the SHA-256 of the link's secret is kept. On every shard,
 * because the link names no account.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey(),
    /** No foreign key, as of a person. */
    accountId: uuid().notNull(),
    email: text().notNull(),
    role: text({ enum: ["owner", "developer", "sender", "billing", "viewer"] }).notNull(),
    /** Who chose the address and the role; null of those from before that was kept. No foreign key, as of the account. */
    invitedBy: uuid(),
    hash: text().notNull(),
    /** When the newest link was mailed, and until when it works. */
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    unique("invitations_hash_unique").on(t.hash),
    unique("invitations_account_email_unique").on(t.accountId, t.email),
  ],
);

/** Codes that stand in for a lost authenticator app, each once. Only their SHA-256 is kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: text().notNull(),
    usedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

/**
 * E-mail addresses that ever had an account, as the SHA-256 of their normalized form. They outlive the
 * account, so that closing it and opening another one brings no second welcome credits.
 */
export const welcomedAddresses = pgTable("welcomed_addresses", {
  hash: text().primaryKey(),
});

/** Counters that slow guessing down, one row each: per e-mail and address, per e-mail, address, session or browser. */
export const attempts = pgTable("attempts", {
  key: text().primaryKey(),
  windowStartedAt: instant().notNull(),
  count: integer().notNull(),
});

/** The phone of a person who signs in, which tests of their own texts go to. */
export const ownNumbers = pgTable("own_numbers", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** E.164 without the plus. */
  number: text().notNull(),
  savedAt: instant().notNull().defaultNow(),
});
