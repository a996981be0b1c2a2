import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * Requests to the API with a token, for a week: by the template of their path, with the shape of what they carried. Never a
 * text, a complete number, or a secret. A busy second is stored in part; `missed` says of how many more there is no row.
 */
export const apiRequests = pgTable(
  "api_requests",
  {
    accountId: uuid().notNull(),
    /** As `req_…`, which the response named. */
    id: uuid().notNull(),
    at: instant().notNull(),
    tokenId: uuid().notNull(),
    method: text().notNull(),
    /** The template, such as `/api/sms/{message_id}`; `none` for a path that does not exist. */
    route: text().notNull(),
    status: integer().notNull(),
    /** Until the response began. */
    durationMs: integer().notNull(),
    /** Of the error; null for a request that was accepted. */
    code: text(),
    query: jsonb(),
    body: jsonb(),
    /** Requests of the account at about this time without a row. */
    missed: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), index("api_requests_newest").on(t.id)],
);

/** The tables of this file that are partitioned by month, each with the ID that tells the month of a row. */
export const partitions = { api_requests: "id" };
