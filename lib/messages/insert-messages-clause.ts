import { type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";

/** A message to be stored, in the words of the statement that writes it. */
export interface NewMessageRow {
  id: string;
  token_id: string | null;
  source: "api" | "panel";
  test: boolean;
  sender: string;
  recipient: string;
  body: string;
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  credits: number;
  client_ref: string | null;
  idempotency_key: string | null;
  request_hash: string | null;
  send_id: string | null;
  priority: 0 | 1;
  /** Whom it goes to, by which route; null where no route leads. */
  carrier: string | null;
  route: string | null;
  scheduled_at: Date | null;
  /** In seconds. */
  validity: number;
}

interface NewMessages {
  accountId: string;
  /** The ledger transaction that pays for those that cost credits; null where none does. */
  chargeId: string | null;
  rows: NewMessageRow[];
}

/**
 * The clause that stores an account's messages inside a bigger statement. It reads two others: `moved`, without a row of
 * which it stores nothing, and `clock`, whose `now` is the time of acceptance.
 */
export function insertMessagesClause({ accountId, chargeId, rows }: NewMessages): SQL {
  // One parameter whatever the number of rows: one plan, and no limit on parameters.
  return sql`stored as (
      insert into ${messages} (account_id, charge_id, id, token_id, source, test, sender, recipient, body,
        encoding, segments, credits, client_ref, idempotency_key, request_hash, send_id, priority, carrier, route, status,
        scheduled_at, created_at, due_at, valid_until)
      select ${accountId}::uuid, case when row.credits > 0 then ${chargeId}::uuid end, row.id,
        row.token_id, row.source, row.test, row.sender, row.recipient, row.body, row.encoding,
        row.segments, row.credits, row.client_ref, row.idempotency_key, row.request_hash,
        row.send_id, row.priority, row.carrier, row.route,
        case when row.scheduled_at > clock.now then 'scheduled' else 'queued' end,
        case when row.scheduled_at > clock.now then row.scheduled_at end,
        clock.now,
        greatest(row.scheduled_at, clock.now),
        greatest(row.scheduled_at, clock.now) + row.validity * interval '1 second'
      from moved, clock, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid,
        token_id uuid, source text, test boolean, sender text, recipient text, body text, encoding text,
        segments int, credits int, client_ref text, idempotency_key uuid, request_hash text,
        send_id uuid, priority smallint, carrier text, route text, scheduled_at timestamptz, validity int)
    )`;
}
