import { type SQL, sql } from "drizzle-orm";
import { idempotencyKeys, messages } from "@/drizzle/schema/messages";
import { countAddedClause } from "../traffic/count-added-clause";
import { keyIsOver } from "./key-is-over";

interface Inserting {
  areKeyed: boolean;
  accountId?: SQL | undefined;
}

/**
 * The clause `stored` (account_id, id, credits, charge_id) that stores messages inside a bigger statement; with it comes
 * `counted`. It reads three others: `row` (`newRowsClause`); `payer` (account_id, charge_id), the accounts that get theirs
 * stored, with the ledger transaction that pays for what costs credits; and `clock`, whose `now` is the time of acceptance.
 * With `areKeyed`, it stores idempotency keys, too, and leaves out the messages whose keys are used; without it, no message
 * may have one. `accountId` is the account when there is only one, by which shards know where the rows belong.
 */
export function insertMessagesClause({ areKeyed, accountId }: Inserting): SQL {
  const account = accountId ?? sql`row.account_id`;
  return sql`${areKeyed ? keysClause(account) : sql``}stored as (
      insert into ${messages} (account_id, charge_id, id, token_id, source, test, sender, recipient, body,
        body_storage, encoding, segments, credits, client_ref, metadata, idempotency_key, send_id, verification_id, priority,
        carrier, route, status, scheduled_at, created_at, due_at, valid_until)
      select ${account}, case when row.credits > 0 then payer.charge_id end, row.id,
        row.token_id, row.source, row.test, row.sender, row.recipient, row.body, row.body_storage, row.encoding,
        row.segments, row.credits, row.client_ref, row.metadata, row.idempotency_key,
        row.send_id, row.verification_id, row.priority, row.carrier, row.route,
        case when row.scheduled_at > clock.now then 'scheduled' else 'queued' end,
        case when row.scheduled_at > clock.now then row.scheduled_at end,
        clock.now,
        greatest(row.scheduled_at, clock.now),
        greatest(row.scheduled_at, clock.now) + row.validity * interval '1 second'
      from clock, row join payer on payer.account_id = row.account_id
      ${areKeyed ? sql`where row.idempotency_key is null or row.id in (select message_id from keyed)` : sql``}
      returning account_id, id, credits, charge_id, test, created_at, status, segments
    ), counted as (${countAddedClause(accountId)})`;
}

/** A key whose time is over becomes that of the new message, also before it was swept. */
function keysClause(account: SQL): SQL {
  return sql`keyed as (
      insert into ${idempotencyKeys} as kept (account_id, key, message_id, request_hash, created_at)
      select ${account}, row.idempotency_key, row.id, row.request_hash, clock.now
      from clock, row join payer on payer.account_id = row.account_id
      where row.idempotency_key is not null
      on conflict (account_id, key) do update set message_id = excluded.message_id,
        request_hash = excluded.request_hash, created_at = excluded.created_at
      where ${keyIsOver({ madeAt: sql`kept.created_at`, now: sql`excluded.created_at` })}
      returning message_id
    ), `;
}
