import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { operatorOf } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { pauseCampaign } from "./pause-campaign";

/**
 * Pauses every campaign that is running or whose start is due. For after a restore, while no worker runs: it may have been
 * sent since the backup. Returns their number.
 */
export async function pauseDueCampaigns(): Promise<number> {
  const now = (await databaseNow()).toISOString();
  const due = await db().execute<{ id: string; account_id: string }>(sql`
    select id, account_id from ${campaigns}
    where status = 'running' or (status = 'scheduled' and coalesce(scheduled_at, ${now}) <= ${now})`);
  for (const { id, account_id: accountId } of due) {
    await pauseCampaign({
      actor: operatorOf(accountId),
      input: { campaignId: publicId("cmp", id) },
    });
  }
  return due.length;
}
