import { sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { db, type Tx } from "../core/db";
import type { CampaignRef } from "./_campaign-ref";

/** The people of a checked campaign who can be sent to, what that costs, and the countries of their numbers. */
export async function sumReady({ accountId, id }: CampaignRef, tx: Tx = db()) {
  const groups = await tx.execute<{ country: string | null; people: number; credits: number }>(sql`
    select country, count(*)::int as people, sum(credits)::int as credits from ${campaignRows}
    where account_id = ${accountId} and campaign_id = ${id} and state = 'ready' group by country`);
  return {
    people: groups.reduce((sum, each) => sum + each.people, 0),
    credits: groups.reduce((sum, each) => sum + each.credits, 0),
    countries: groups.flatMap(({ country }) => country ?? []),
  };
}
