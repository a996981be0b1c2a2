import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { counterOf } from "../metrics/registry";
import { countedColumns, countMovedClause } from "../traffic/count-moved-clause";
import { eraseReports } from "./_erase-reports";
import { isAmong } from "./_is-among";
import { unkeptBodyClause } from "./_unkept-body-clause";
import type { MessageStatus } from "./status";

interface Ending {
  accountId: string;
  /** With the states in which the caller found them. */
  rows: { id: string; status: MessageStatus }[];
  status: "cancelled" | "expired" | "failed";
  reason: string | null;
  /** The ledger transaction that refunded them; null for messages that stay paid or cost nothing. */
  refundId: string | null;
  at: Date;
}

interface Ended extends Record<string, unknown> {
  carrier: string;
  messages: number;
  /** Those whose time was over before they ended. */
  overdue: string[] | null;
}

/** Ends messages that the caller's transaction has locked, and whose states may become this one. */
export async function endMessages(
  { accountId, rows, status, reason, refundId, at }: Ending,
  tx: Tx,
): Promise<void> {
  if (rows.length === 0) return;
  const found = rows.map((row) => ({ id: row.id, was: row.status }));
  const ended = await tx.execute<Ended>(sql`
    with moved as (
    update ${messages} set
      status = ${status},
      reason = ${reason},
      refund_id = ${refundId},
      ended_at = ${at.toISOString()},
      ${unkeptBodyClause({ isOver: sql`true`, at: sql`${at.toISOString()}::timestamptz` })},
      wait_reason = null,
      lease_id = null,
      lease_until = null
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as found(id uuid, was text)
    where messages.account_id = ${accountId} and messages.id = found.id and ${isAmong(rows)}
    returning ${countedColumns}, found.was, messages.carrier, messages.id, messages.body_storage
    ), counted as (${countMovedClause({ accountId, was: sql`was` })})
    select coalesce(carrier, 'none') as carrier, count(*)::int as messages,
      array_agg(id) filter (where body_storage = 'until_sent') as overdue
    from moved group by 1`);
  await eraseReports({ accountId, ids: ended.flatMap(({ overdue }) => overdue ?? []) }, tx);
  // Counted though the transaction may still fail: that is no harm to a figure.
  for (const { carrier, messages: count } of ended) {
    counterOf("depesza_messages_total").inc({ carrier, state: status }, count);
  }
}
