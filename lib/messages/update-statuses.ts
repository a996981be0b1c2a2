import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { countedColumns, countMovedClause } from "../traffic/count-moved-clause";
import { eraseReports } from "./_erase-reports";
import { isAmong } from "./_is-among";
import { unkeptBodyClause } from "./_unkept-body-clause";
import { eventClauses, type NewEvent, recordEvents } from "./record-events";
import type { MessageStatus } from "./status";

/** What a carrier reported of a message, in the words of the statement that writes it. */
export interface StatusChange {
  id: string;
  was: MessageStatus;
  status: MessageStatus;
  ended: boolean;
  reason: string | null;
  carrier_code: string | null;
  operator: string | null;
}

interface Changes {
  changes: StatusChange[];
  events: NewEvent[];
  /** When, by the database's clock. */
  at: Date;
}

/**
 * Moves messages of an account to the states that their carrier reported, and writes what happened, in one statement. What
 * was reported of those that end, and whose time was over before, goes with a second one.
 * The caller's transaction has locked them and knows that each may go there.
 */
export async function updateStatuses(
  accountId: string,
  { changes, events, at }: Changes,
  tx: Tx,
): Promise<void> {
  if (changes.length === 0) return recordEvents(accountId, events, tx);
  const now = sql`${at.toISOString()}::timestamptz`;
  const overdue = await tx.execute<{ id: string }>(sql`
    with moved as (
    update ${messages} set
      status = change.status,
      sent_at = coalesce(messages.sent_at, ${now}),
      ended_at = case when change.ended then ${now} end,
      reason = change.reason,
      carrier_code = change.carrier_code,
      operator = change.operator,
      ${unkeptBodyClause({ isOver: sql`change.status <> 'unknown'`, at: now })},
      wait_reason = null,
      lease_id = null,
      lease_until = null
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change(id uuid, was text, status text,
      ended boolean, reason text, carrier_code text, operator text)
    where messages.account_id = ${accountId} and messages.id = change.id
      and ${isAmong(changes)}
    returning ${countedColumns}, change.was, messages.id, messages.body_storage, change.ended
    ), counted as (${countMovedClause({ accountId, was: sql`was` })}), ${eventClauses(accountId, events)}
    select id from moved where ended and body_storage = 'until_sent'`);
  await eraseReports({ accountId, ids: overdue.map(({ id }) => id) }, tx);
}
