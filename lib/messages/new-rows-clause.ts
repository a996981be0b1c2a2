import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Metadata } from "../core/metadata";

/** A message to be stored, in the words of the statement that writes it. */
export interface NewMessageRow {
  account_id: string;
  id: string;
  token_id: string | null;
  source: "api" | "panel";
  test: boolean;
  sender: string;
  recipient: string;
  body: string;
  body_storage: "never" | undefined;
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  credits: number;
  client_ref: string | null;
  metadata: Metadata | undefined;
  idempotency_key: string | undefined;
  request_hash: string | undefined;
  send_id: string | undefined;
  verification_id: string | undefined;
  priority: 0 | 1;
  /** Whom it goes to, by which route; null where no route leads. */
  carrier: string | null;
  route: string | undefined;
  scheduled_at: Date | undefined;
  /** In seconds. */
  validity: number;
}

/** The clause `row`: the messages that a statement is to store, from a parameter with the JSON of a list of them. */
export function newRowsClause(json: Placeholder | string): SQL {
  // One parameter whatever the number of rows: one plan, and no limit on parameters.
  return sql`row as materialized (
      select * from jsonb_to_recordset(${json}::jsonb) as row(account_id uuid, id uuid,
        token_id uuid, source text, test boolean, sender text, recipient text, body text, body_storage text, encoding text,
        segments int, credits int, client_ref text, metadata jsonb, idempotency_key uuid,
        request_hash text, send_id uuid, verification_id uuid, priority smallint, carrier text, route text,
        scheduled_at timestamptz, validity int)
    )`;
}
