import { sql } from "drizzle-orm";
import { carrierMinutes } from "@/drizzle/schema/carriers";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** A carrier that takes messages and reports nothing about them. */
export interface SilentCarrier {
  carrier: string;
  /** What it took in two hours, but for the last half hour. */
  submitted: number;
  /** The first of those. */
  since: Date;
}

/** Fewer may be to phones that are off. */
const minSubmitted = 20;

/**
 * The carriers that have taken messages for half an hour or longer and have sent no final receipt for two hours. Throws
 * forbidden unless the actor is an administrator.
 */
export async function listSilentCarriers({ actor }: { actor: Actor }): Promise<SilentCarrier[]> {
  demandAdmin(actor);
  const rows = await db().execute<{ carrier: string; submitted: number; since: string }>(sql`
    select carrier, submitted, since from (
      select carrier, sum(ended) as ended,
        coalesce(sum(taken) filter (where minute < now() - interval '30 minutes'), 0)::int as submitted,
        min(minute) filter (where taken > 0) as since
      from ${carrierMinutes},
        lateral (select sum(count) as taken from unnest(submits) as count) as counted
      where minute > now() - interval '2 hours'
      group by carrier
    ) as sums
    where ended = 0 and submitted >= ${minSubmitted} order by carrier`);
  return rows.map(({ since, ...carrier }) => ({ ...carrier, since: new Date(since) }));
}
