import { type SQL, sql } from "drizzle-orm";
import { messageEvents } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { enqueueDeliveriesClause } from "../deliveries/enqueue-deliveries-clause";

export interface NewEvent {
  messageId: string;
  type: string;
  source: "api" | "panel" | "worker" | "carrier";
  test: boolean;
  /** This event ends the message. */
  terminal?: boolean;
  at?: Date;
  reason?: string | null;
  carrierCode?: string | null;
  operator?: string | null;
  raw?: unknown;
}

/** Writes history lines of one account and, for terminal ones, a delivery row per subscribed endpoint. */
export async function recordEvents(accountId: string, events: NewEvent[], tx: Tx): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(sql`with ${eventClauses(accountId, events)} select`);
}

/**
 * Parts of a `with` that write history lines of one account and, for terminal ones, a delivery row per subscribed
 * endpoint. `only` is a condition on `r.message_id`.
 */
export function eventClauses(accountId: string, events: NewEvent[], only = sql`true`): SQL {
  const rows = events.map((event) => ({
    id: newId(),
    message_id: event.messageId,
    type: event.type,
    terminal: event.terminal ?? false,
    at: event.at ?? new Date(),
    source: event.source,
    reason: event.reason ?? null,
    carrier_code: event.carrierCode ?? null,
    operator: event.operator ?? null,
    raw: event.raw ?? null,
    test: event.test,
  }));
  return sql`
    happened as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, message_id uuid,
        type text, terminal boolean, at timestamptz, source text, reason text, carrier_code text,
        operator text, raw jsonb, test boolean)
      where ${only}
    ), stored as (
      insert into ${messageEvents} (account_id, message_id, id, type, terminal, at, source, reason,
        carrier_code, operator, raw)
      select ${accountId}::uuid, message_id, id, type, terminal, at, source, reason, carrier_code,
        operator, nullif(raw, 'null'::jsonb)
      from happened
    ), enqueued as (${enqueueDeliveriesClause(accountId)})`;
}
