import { type SQL, sql } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { env } from "../core/env";
import { newId, publicId } from "../core/ids";
import { log } from "../core/log";
import { untilBack } from "../core/until-back";
import { microBatch } from "../queue/micro-batch";
import { publishProgress } from "../queue/notice";
import type { Exchange } from "../webhooks/contract";
import { endpointHealthClause } from "../webhooks/endpoint-health-clause";
import { isSameDelivery } from "./_is-same-delivery";
import { reportDisabled } from "./_report-disabled";

/** What a try came to. */
export interface Outcome {
  accountId: string;
  endpointId: string;
  eventId: string;
  leaseId: string;
  exchange: Exchange;
  verdict: "delivered" | "retry" | "exhausted" | "endpoint_gone";
  /** How long until the next try, for `retry`. */
  waitMs: number | null;
}

/**
 * Records a try and what follows from it: the log, the delivery's state, the endpoint's health. What is
 * recorded at the same moment for one account is one statement.
 */
export const recordAttempt = microBatch<Outcome, null>({
  maxBatch: 100,
  keyOf: ({ accountId }) => accountId,
  run: (accountId, batch) => untilBack(() => recordAll(accountId, batch)),
});

type Recorded =
  | { kind: "moved"; id: string; reason: null }
  | { kind: "disabled"; id: string; reason: string };

async function recordAll(accountId: string, batch: Outcome[]): Promise<null[]> {
  const rows = JSON.stringify(batch.map(toColumns));
  const disableAfter = env().WEBHOOK_DISABLE_AFTER;
  const now = sql`${(await databaseNow()).toISOString()}::timestamptz`;
  // The limit is for the planner: it takes a list from JSON for 100 rows, and may read the whole table for so many.
  const recorded = await db().execute<Recorded>(sql`
    with told as (
      select ${accountId}::uuid as account_id, r.* from jsonb_to_recordset(${rows}::jsonb) as r(endpoint_id uuid, event_id uuid,
        lease_id uuid, id uuid, at timestamptz, duration_ms int, url text, request_headers jsonb,
        body text, status int, error text, answer text, verdict text, wait_ms float8)
      limit ${batch.length}
    ), outcome as materialized (${afterMove(now)}), logged as (
      insert into ${webhookAttempts} (account_id, endpoint_id, event_id, id, at, duration_ms, url,
        request_headers, status, error, answer, next_at)
      select account_id, endpoint_id, event_id, id, at, duration_ms, url, request_headers,
        status, error, answer, next_at
      from outcome
    ), health as (${endpointHealthClause(accountId, { disableAfter, now })}), moved as (
      update ${webhookDeliveries} d set
        status = case verdict when 'delivered' then 'delivered' when 'retry' then 'pending' else 'failed' end,
        reason = case verdict when 'exhausted' then 'exhausted' when 'endpoint_gone' then 'endpoint_disabled' end,
        attempts = d.attempts + 1,
        step = d.step + 1,
        last_status = outcome.status,
        last_error = outcome.error,
        body = outcome.body,
        due_at = coalesce(next_at, ${now}),
        lease_id = null,
        ended_at = case when verdict <> 'retry' then ${now} end
      from outcome
      where ${isSameDelivery("outcome")} and d.lease_id = outcome.lease_id
      returning d.message_id
    )
    select 'moved' as kind, message_id as id, null as reason from moved
    union all
    select 'disabled', id, disabled_reason from health where disabled_reason is not null`);
  publish(accountId, recorded);
  return batch.map(() => null);
}

/** An address that is gone is not the end where the endpoint has another one by now: that is tried at once. */
function afterMove(now: SQL): SQL {
  return sql`
      select told.account_id, told.endpoint_id, event_id, lease_id, told.id, at, duration_ms, told.url,
        request_headers, body, status, error, answer,
        case when has_moved then 'retry' else verdict end as verdict,
        ${now} + case when has_moved then 0 else wait_ms end * interval '1 millisecond' as next_at
      from told
      left join ${webhookEndpoints} e on e.account_id = told.account_id and e.id = told.endpoint_id
      cross join lateral (
        select verdict = 'endpoint_gone' and coalesce(e.enabled and e.url <> told.url, false) as has_moved
      ) move`;
}

/** Every try is told, not only the last: whoever looks at a delivery sees its tries as they are made. */
function publish(accountId: string, recorded: Recorded[]): void {
  for (const { kind, id, reason } of recorded) {
    if (kind === "moved") continue;
    log().warn({ endpoint: publicId("whk", id), reason }, "webhook endpoint disabled");
    reportDisabled(accountId, id, reason);
  }
  publishProgress(
    accountId,
    recorded.flatMap(({ kind, id }) => (kind === "moved" ? [id] : [])),
  );
}

function toColumns({ endpointId, eventId, leaseId, exchange, verdict, waitMs }: Outcome) {
  return {
    id: newId(),
    endpoint_id: endpointId,
    event_id: eventId,
    lease_id: leaseId,
    at: exchange.at,
    duration_ms: exchange.duration_ms,
    url: exchange.request.url,
    request_headers: exchange.request.headers,
    body: exchange.request.body,
    status: exchange.status,
    error: exchange.error,
    answer: exchange.answer,
    verdict,
    wait_ms: waitMs,
  };
}
