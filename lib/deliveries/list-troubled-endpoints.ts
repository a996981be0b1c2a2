import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** An endpoint of some account that fails, or was disabled because it did. */
export interface TroubledEndpoint {
  id: string;
  accountId: string;
  /** Without path and query: those may hold a secret of its owner's. */
  host: string;
  test: boolean;
  enabled: boolean;
  disabledReason: "gone" | "failing" | null;
  disabledAt: Date | null;
  failingSince: Date | null;
  /** Nothing that it missed in this trouble is older. */
  missedSince: Date;
  /** The response to its last failure: a status, or else an error. */
  lastStatus: number | null;
  lastError: string | null;
  /** Deliveries that wait, and those that failed for good; at most 1,000 are counted. */
  waiting: number;
  failed: number;
}

const maxCounted = 1000;
const earlierMs = 3_600_000;

const isTroubled = sql`deleted_at is null
  and (failing_since is not null or disabled_reason in ('gone', 'failing'))`;

interface Wanted {
  actor: Actor;
  input: {
    limit: number;
    /** For how long an enabled one has to have failed; a disabled one always counts. */
    minutes: number;
  };
}

/**
 * The endpoints of all accounts that are in trouble, the longest first. Throws forbidden unless the actor is an
 * administrator.
 */
export async function listTroubledEndpoints({
  actor,
  input: { limit, minutes },
}: Wanted): Promise<TroubledEndpoint[]> {
  demandAdmin(actor);
  const rows = await db().execute<Row>(sql`
    select e.*, last.status as last_status, last.error as last_error, waiting.number as waiting,
      failed.number as failed
    from (
      select account_id, id, url, test, enabled, disabled_reason, disabled_at, failing_since,
        created_at
      from ${webhookEndpoints}
      where ${isTroubled}
        and (not enabled or failing_since < now() - ${minutes} * interval '1 minute')
      order by coalesce(failing_since, disabled_at) limit ${limit}
    ) as e
    left join lateral (
      select last_status as status, last_error as error from ${webhookDeliveries} d
      where d.account_id = e.account_id and d.endpoint_id = e.id and d.attempts > 0
        and d.status <> 'delivered'
      order by d.event_id desc limit 1
    ) as last on true
    cross join lateral (
      select count(*)::int as number from (
        select 1 from ${webhookDeliveries} d
        where d.account_id = e.account_id and d.endpoint_id = e.id and d.status = 'pending'
        limit ${maxCounted}) as first_ones
    ) as waiting
    cross join lateral (
      select count(*)::int as number from (
        select 1 from ${webhookDeliveries} d
        where d.account_id = e.account_id and d.endpoint_id = e.id and d.status = 'failed'
        limit ${maxCounted}) as first_ones
    ) as failed
    order by coalesce(e.failing_since, e.disabled_at)`);
  return rows.map(toTroubled);
}

interface Row extends Record<string, unknown> {
  account_id: string;
  id: string;
  url: string;
  test: boolean;
  enabled: boolean;
  disabled_reason: "gone" | "failing" | null;
  disabled_at: string | null;
  failing_since: string | null;
  created_at: string;
  last_status: number | null;
  last_error: string | null;
  waiting: number;
  failed: number;
}

function toTroubled(row: Row): TroubledEndpoint {
  const { account_id, id, url, test, enabled, waiting, failed } = row;
  return {
    ...{ id, accountId: account_id, test, enabled, waiting, failed },
    host: new URL(url).host,
    disabledReason: row.disabled_reason,
    disabledAt: row.disabled_at === null ? null : new Date(row.disabled_at),
    failingSince: row.failing_since === null ? null : new Date(row.failing_since),
    missedSince: missedSince(row),
    lastStatus: row.last_status,
    lastError: row.last_error,
  };
}

/** An event is a little older than its first failure, and none from before the endpoint was meant for it. */
function missedSince({ failing_since, disabled_at, created_at }: Row): Date {
  const created = new Date(created_at).getTime();
  const began = new Date(failing_since ?? disabled_at ?? created_at).getTime();
  return new Date(Math.max(created, began - earlierMs));
}
