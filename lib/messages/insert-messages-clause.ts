import { type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { countAddedClause } from "../traffic/count-added-clause";

/**
 * The clause `stored` (account_id, id, credits, charge_id) that stores messages inside a bigger statement, and leaves out those
 * whose idempotency key is used; with it comes `counted`. It reads three others: `row` (`newRowsClause`); `payer` (account_id, charge_id), the
 * accounts that get theirs stored, with the ledger transaction that pays for what costs credits; and `clock`, whose
 * `now` is the time of acceptance.
 */
export function insertMessagesClause(): SQL {
  return sql`stored as (
      insert into ${messages} (account_id, charge_id, id, token_id, source, test, sender, recipient, body,
        encoding, segments, credits, client_ref, idempotency_key, request_hash, send_id, priority, carrier, route, status,
        scheduled_at, created_at, due_at, valid_until)
      select row.account_id, case when row.credits > 0 then payer.charge_id end, row.id,
        row.token_id, row.source, row.test, row.sender, row.recipient, row.body, row.encoding,
        row.segments, row.credits, row.client_ref, row.idempotency_key, row.request_hash,
        row.send_id, row.priority, row.carrier, row.route,
        case when row.scheduled_at > clock.now then 'scheduled' else 'queued' end,
        case when row.scheduled_at > clock.now then row.scheduled_at end,
        clock.now,
        greatest(row.scheduled_at, clock.now),
        greatest(row.scheduled_at, clock.now) + row.validity * interval '1 second'
      from clock, row join payer on payer.account_id = row.account_id
      on conflict (account_id, idempotency_key) where idempotency_key is not null do nothing
      returning account_id, id, credits, charge_id, test, created_at, status, segments
    ), counted as (${countAddedClause()})`;
}
