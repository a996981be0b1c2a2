import { sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt, madeAtMs } from "../core/ids";
import { isWaiting } from "./_campaign-ref";

/** A campaign of some account that should go on and does not, without its name and text. */
export interface StuckCampaign {
  id: string;
  accountId: string;
  /** It should have started, its rows have not been checked, or no message of it has left the list. */
  problem: "not_started" | "not_checked" | "not_sent";
  since: Date;
}

interface Wanted {
  actor: Actor;
  input: { minutes: number; limit: number };
}

/**
 * The campaigns of all accounts that have come no further for so many minutes, and are neither paused nor held by quiet
 * hours or a closed account. Throws forbidden unless the actor is an administrator.
 */
export async function listStuckCampaigns({
  actor,
  input: { minutes, limit },
}: Wanted): Promise<StuckCampaign[]> {
  demandAdmin(actor);
  const before = sql`now() - ${minutes} * interval '1 minute'`;
  // An ID says when it was made.
  const firstRecent = firstIdAt(Date.now() - minutes * 60_000);
  const rows = await db().execute<Row>(sql`
    (select account_id, id, 'not_started' as problem, scheduled_at as since, null::uuid as newest
      from ${campaigns}
      where status <> 'draft' and ended_at is null and status = 'scheduled' and scheduled_at < ${before}
      order by account_id, id limit ${limit})
    union all
    (select account_id, id, 'not_checked', updated_at, null from ${campaigns}
      where status = 'draft' and checked_revision is distinct from revision
        and rows > 0 and updated_at < ${before}
      order by account_id, id limit ${limit})
    union all
    (select c.account_id, c.id, 'not_sent', c.started_at, newest.id
      from ${campaigns} c
      left join lateral (
        select m.id from ${messages} m
        where m.account_id = c.account_id and m.send_id = c.id order by m.id desc limit 1
      ) as newest on true
      where c.status <> 'draft' and c.ended_at is null and c.status = 'running'
        and c.wait_reason is null and c.started_at < ${before}
        and (newest.id is null or newest.id < ${firstRecent}::uuid)
        and exists (select 1 from ${campaignRows}
          where account_id = c.account_id and campaign_id = c.id and ${isWaiting})
      order by c.account_id, c.id limit ${limit})`);
  return rows.slice(0, limit).map(({ account_id, id, problem, since, newest }) => ({
    ...{ id, problem, accountId: account_id },
    since: newest === null ? new Date(since) : new Date(madeAtMs(newest)),
  }));
}

interface Row extends Record<string, unknown> {
  account_id: string;
  id: string;
  problem: StuckCampaign["problem"];
  since: string;
  newest: string | null;
}
