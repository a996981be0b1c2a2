import { type SQL, sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { countedColumns, countMovedClause } from "../traffic/count-moved-clause";
import { isAmong } from "./_is-among";
import { unkeptBodyClause } from "./_unkept-body-clause";
import { eventClauses, type NewEvent } from "./record-events";
import type { StatusAfter } from "./status";

/** What becomes of a message, in the words of the statement that writes it. */
export interface OutcomeRow {
  id: string;
  offered_at: Date | null;
  status: StatusAfter<"sending">;
  ref?: string;
  /** Of a message that went out in several, each with a receipt of its own. */
  parts?: number;
  reason?: string | null;
  carrier_code?: string | null;
  retry_ms?: number;
  /** The claim does not count as an attempt. */
  is_free?: boolean;
}

export interface Submitted {
  accountId: string;
  /** Of the claim; messages that another claim has since then stay as they are. */
  leaseId: string;
  carrier: string;
  rows: OutcomeRow[];
  /** What happened to them; of those that stay as they are, nothing is written. */
  events: NewEvent[];
  /** A statement to be run with them. */
  also?: SQL;
}

/** When a message of a stopped campaign that comes back is looked at again. */
const stoppedMs = 5000;

/** Its campaign is paused or cancelled: it waits until the worker has held or cancelled it, too. */
const isStopped = sql`exists (select 1 from ${campaigns} c where c.account_id = messages.account_id
  and c.id = messages.send_id and c.status in ('paused', 'cancelled'))`;

/**
 * Inside `coalesce`, whose share of the rows the planner does not guess: as bare conditions they leave one row, by the
 * statistics of a moment when nothing was being sent, and then each outcome is compared with each message.
 */
function isClaimed(leaseId: string): SQL {
  return sql`coalesce(messages.lease_id = ${leaseId} and messages.status = 'sending', false)`;
}

/**
 * Records what a carrier made of an account's claimed messages, with their history and `also`, in one statement. Returns
 * the IDs of those that it changed.
 */
export async function recordOutcomes(
  { accountId, leaseId, carrier, rows, events, also }: Submitted,
  tx: Tx,
): Promise<string[]> {
  // Not as a bare condition: a join may compare each event with all of them.
  const hasMoved = sql`(r.message_id in (select id from moved)) is true`;
  const now = await databaseNow(tx);
  const at = sql`${now.toISOString()}::timestamptz`;
  const seenAgainAt = new Date(now.getTime() + stoppedMs).toISOString();
  const moved = await tx.execute<{ id: string }>(sql`
    with ${also ? sql`kept as (${also}), ` : sql``}moved as (
    update ${messages} set
      status = outcome.status,
      carrier = ${carrier},
      carrier_ref = outcome.ref,
      parts = coalesce(outcome.parts, messages.parts),
      attempts = attempts - case when outcome.is_free then 1 else 0 end,
      offered_at = outcome.offered_at,
      sent_at = case when outcome.status = 'sent' then ${at} end,
      ended_at = case when outcome.status in ('failed', 'bounced') then ${at} end,
      due_at = greatest(coalesce(outcome.due_at, messages.due_at),
        case when outcome.status = 'queued' and outcome.offered_at is null and messages.send_id is not null
          and ${isStopped} then ${seenAgainAt}::timestamptz end),
      wait_reason = case when outcome.status = 'queued' then outcome.reason end,
      reason = case when outcome.status in ('failed', 'bounced', 'unknown') then outcome.reason end,
      carrier_code = outcome.carrier_code,
      ${unkeptBodyClause({ isOver: sql`outcome.status in ('sent', 'failed', 'bounced')`, at })},
      lease_id = null,
      lease_until = null
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => withDueAt(row, now)))}::jsonb) as outcome(id uuid, status text, ref text, parts smallint,
      reason text, carrier_code text, due_at timestamptz, offered_at timestamptz, is_free boolean)
    where messages.account_id = ${accountId} and messages.id = outcome.id
      and ${isAmong(rows)} and ${isClaimed(leaseId)}
    returning messages.id, ${countedColumns}
    ), counted as (${countMovedClause({ accountId, was: sql`'sending'` })}), ${eventClauses(accountId, events, hasMoved)}
    select id from moved`);
  return moved.map(({ id }) => id);
}

/** A row of the statement; when it is due again is an instant by then. */
function withDueAt({ retry_ms: retryMs, ...row }: OutcomeRow, now: Date) {
  const dueAt = retryMs === undefined ? null : new Date(now.getTime() + retryMs);
  return { ...row, due_at: dueAt };
}
