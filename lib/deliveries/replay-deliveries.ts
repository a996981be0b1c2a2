import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { maskUrl } from "../activity/mask-url";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { firstIdAt, newId, parsePublicId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { publishChange } from "../queue/notice";
import { isAboutNoMessage, receivedEvent } from "../webhooks/event-contract";
import { type Endpoint, findEndpoint } from "../webhooks/find-endpoint";
import { type Replay, ReplayInput } from "./contract";
import { deliverySentences } from "./sentences";

/** Longest from a message to its end: 35 days of schedule, two of validity, and some. */
const maxLifeMs = 40 * 24 * 3_600_000;
/** Of a longer replay not each message is told: whoever listens looks again at all. */
const maxNotified = 200;

interface Asked {
  actor: Actor;
  /** The endpoint as on the wire, `whk_…`; `wanted` is a `ReplayInput` that nobody has checked. */
  input: { endpointId: string; wanted: unknown };
}

/**
 * Replays one event, all events that failed since a time, or those since a time that were never sent. `webhook-id` and
 * body don't change, and the retry schedule starts again. With `dry_run` it only counts. Throws invalid_request,
 * not_found, conflict if the endpoint is disabled, and forbidden without `manage_webhooks`.
 */
export async function replayDeliveries({ actor, input }: Asked): Promise<Replay> {
  demandPermission(actor, "manage_webhooks");
  const wanted = parseInput(ReplayInput, input.wanted);
  const endpoint = await findEndpoint(actor, input.endpointId);
  const chosen = choose(endpoint, wanted);
  const [found] = await db().execute<{ count: number }>(
    sql`select count(*)::int as count from (${chosen}) as chosen`,
  );
  const count = found?.count ?? 0;
  if (wanted.event_id && count === 0) {
    throw new AppError("not_found", deliverySentences.notReplayable);
  }
  if (wanted.dry_run) return { replay_id: null, count, dry_run: true };
  if (!endpoint.enabled) {
    throw new AppError("conflict", deliverySentences.disabled);
  }
  const replayId = newId();
  const { begun, messageIds } = await db().transaction(async (tx) => {
    const going = await setGoing(endpoint, { chosen, replayId }, tx);
    const target = { id: publicId("whk", endpoint.id), name: maskUrl(endpoint.url) };
    const after = { deliveries: going.begun };
    await recordActivity({ actor, action: "deliveries.replayed", target, after }, tx);
    return going;
  });
  publishChange(endpoint.accountId, messageIds);
  // Without any delivery there is nothing to follow.
  return {
    replay_id: begun > 0 ? publicId("rpl", replayId) : null,
    count: begun,
    dry_run: false,
  };
}

type Wanted = z.output<typeof ReplayInput>;
type Whose = "accountId" | "id" | "test";

/**
 * The events to send again, as (event_id, message_id, type): those whose body is stored, or whose event or text still is.
 * `offset 0` as in `chooseMissing`.
 */
function choose(endpoint: Endpoint, { event_id, failed_since, missing_since }: Wanted): SQL {
  const { accountId, id } = endpoint;
  const ofEndpoint = sql`
    select d.event_id, d.message_id, d.type from ${webhookDeliveries} d
    left join lateral (
      select id from ${messageEvents}
      where account_id = ${accountId}::uuid and message_id = d.message_id and id = d.event_id offset 0
    ) e on d.body is null
    left join lateral (
      select id from ${inboundMessages}
      where account_id = ${accountId}::uuid and id = d.message_id and body_erased_at is null offset 0
    ) i on d.body is null and d.type = ${receivedEvent}
    where d.account_id = ${accountId}::uuid and d.endpoint_id = ${id}::uuid
      and (d.body is not null or e.id is not null or i.id is not null)`;
  if (missing_since) return chooseMissing(endpoint, missing_since);
  if (failed_since) {
    return sql`${ofEndpoint} and d.status = 'failed' and d.event_id >= ${firstIdAt(failed_since.getTime())}::uuid`;
  }
  const eventId = parsePublicId("evt", event_id ?? "") ?? null;
  return sql`${ofEndpoint} and d.event_id = ${eventId}::uuid`;
}

/**
 * No try at all: there is no delivery, or the endpoint was disabled before the first try. `offset 0`
 * keeps each look-up one by the whole key, however little the planner knows of the tables.
 */
function chooseMissing({ accountId, id, events, test }: Endpoint, since: Date): SQL {
  const oldest = firstIdAt(since.getTime() - maxLifeMs);
  return sql`
    select e.id as event_id, e.message_id, e.type
    from ${messageEvents} e
    join lateral (
      select test from ${messages} where account_id = ${accountId}::uuid and id = e.message_id offset 0
    ) m on true
    left join lateral (
      select status, attempts from ${webhookDeliveries}
      where account_id = ${accountId}::uuid and endpoint_id = ${id}::uuid and event_id = e.id
        and message_id = e.message_id
      offset 0
    ) d on true
    where e.account_id = ${accountId}::uuid and e.terminal
      and e.message_id >= ${oldest}::uuid and e.id >= ${firstIdAt(since.getTime())}::uuid
      and e.type = any(${`{${events.join(",")}}`}::text[]) and m.test = ${test}
      and (d.status is null or (d.status = 'failed' and d.attempts = 0))
    ${events.includes(receivedEvent) ? missingReceived({ accountId, id, test }, since) : sql``}
    ${events.some(isAboutNoMessage) ? missingWithBody({ accountId, id, events }, since) : sql``}`;
}

/** As for the others; the event of a message from a phone has the message's ID. */
function missingReceived({ accountId, id, test }: Pick<Endpoint, Whose>, since: Date): SQL {
  return sql`
    union all
    select i.id, i.id, ${receivedEvent}
    from ${inboundMessages} i
    left join ${webhookDeliveries} d
      on d.account_id = ${accountId}::uuid and d.endpoint_id = ${id}::uuid and d.event_id = i.id
    where i.account_id = ${accountId}::uuid and i.test = ${test} and i.body_erased_at is null
      and i.id >= ${firstIdAt(since.getTime())}::uuid
      and (d.status is null or (d.status = 'failed' and d.attempts = 0))`;
}

/** What is about no message is stored with its delivery alone: what had none when it happened stays unsaid. */
function missingWithBody(
  { accountId, id, events }: Pick<Endpoint, "accountId" | "id" | "events">,
  since: Date,
): SQL {
  const types = events.filter(isAboutNoMessage);
  return sql`
    union all
    select event_id, message_id, type from ${webhookDeliveries}
    where account_id = ${accountId}::uuid and endpoint_id = ${id}::uuid and type = any(${`{${types.join(",")}}`}::text[])
      and event_id >= ${firstIdAt(since.getTime())}::uuid and status = 'failed' and attempts = 0`;
}

/** What is in a worker's hands right now is left there: that is its replay. */
async function setGoing(
  endpoint: Endpoint,
  { chosen, replayId }: { chosen: SQL; replayId: string },
  tx: Tx,
): Promise<{ begun: number; messageIds: string[] }> {
  const now = (await databaseNow(tx)).toISOString();
  const rows = await tx.execute<{ count: number; message_ids: string[] }>(sql`
    with again as (
      insert into ${webhookDeliveries} as d
        (account_id, endpoint_id, event_id, message_id, type, replay_id)
      select ${endpoint.accountId}::uuid, ${endpoint.id}::uuid, event_id, message_id, type,
        ${replayId}::uuid
      from (${chosen}) as chosen
      on conflict (account_id, endpoint_id, event_id) do update set
        status = 'pending', reason = null, step = 0, due_at = ${now}::timestamptz, lease_id = null,
        ended_at = null, replay_id = excluded.replay_id
      where d.lease_id is null or d.due_at <= ${now}::timestamptz
      returning message_id
    )
    select count(*)::int as count, array(select message_id from again limit ${maxNotified}) as message_ids
    from again`);
  return { begun: rows[0]?.count ?? 0, messageIds: rows[0]?.message_ids ?? [] };
}
