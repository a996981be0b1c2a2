import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { selectSteps } from "./_steps";

export interface FunnelStep {
  step: "signup" | "token" | "request" | "accepted" | "delivered" | "webhook";
  /** How many accounts came this far. */
  accounts: number;
  /** How long that took from signing up, in ms: half of them, nine in ten; null when nobody did. */
  p50Ms: number | null;
  p90Ms: number | null;
}

/** Of a period in which more signed up, the newest are looked at: each takes a few look-ups. */
export const maxInFunnel = 5000;

interface Wanted {
  actor: Actor;
  input: { days: number };
}

/**
 * How far the accounts opened in the last so many days have come, step by step; of more than 5,000, the newest. Throws
 * forbidden unless the actor is an administrator.
 */
export async function getFunnel({ actor, input: { days } }: Wanted): Promise<FunnelStep[]> {
  demandAdmin(actor);
  const picked = selectSteps(sql`a.id in (
    select id from ${accounts} where created_at >= now() - ${days} * interval '1 day'
    order by id desc limit ${maxInFunnel})`);
  const rows = await db().execute<{
    step: FunnelStep["step"];
    accounts: number;
    p50: number | null;
    p90: number | null;
  }>(sql`
    with steps as (${picked})
    select step, count(at)::int as accounts,
      percentile_cont(0.5) within group (order by extract(epoch from at - "signupAt") * 1000) as p50,
      percentile_cont(0.9) within group (order by extract(epoch from at - "signupAt") * 1000) as p90
    from steps cross join lateral (values (1, 'signup', "signupAt"), (2, 'token', "firstTokenAt"),
      (3, 'request', "firstRequestAt"), (4, 'accepted', "firstAcceptedAt"),
      (5, 'delivered', "firstDeliveredAt"), (6, 'webhook', "firstWebhookAt")) as s(place, step, at)
    group by place, step order by place`);
  return rows.map(({ step, accounts, p50, p90 }) => ({
    step,
    accounts,
    p50Ms: p50 === null ? null : Math.max(0, Math.round(p50)),
    p90Ms: p90 === null ? null : Math.max(0, Math.round(p90)),
  }));
}
