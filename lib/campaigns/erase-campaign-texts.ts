import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { sealRequestHash } from "../messages/seal-request-hash";
import { isCampaign } from "./_campaign-ref";
import type { Campaign } from "./_find-campaign";
import { lastingName } from "./_lasting-name";
import type { CampaignSummary } from "./contract";

interface Wanted {
  accountId: string;
  /** Campaigns that ended before this; those whose texts are not to be stored as soon as they have ended. */
  before: Date;
  /** Rows of one step. */
  limit: number;
}

/**
 * Erases what was uploaded for some rows of a campaign of the account, and after the last of them its text. Numbers,
 * results, and credits stay. Returns how much it erased; 0 when there is no such campaign, or somebody works on it. Joins
 * `tx`.
 */
export async function eraseCampaignTexts(
  { accountId, before, limit }: Wanted,
  tx: Tx,
): Promise<number> {
  const [campaign] = await tx
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.accountId, accountId),
        isNull(campaigns.bodyErasedAt),
        sql`(${campaigns.endedAt} < ${before.toISOString()}::timestamptz
          or ${campaigns.endedAt} is not null and ${campaigns.bodyStorage} is not null)`,
      ),
    )
    .orderBy(asc(campaigns.id))
    .limit(1)
    .for("update", { skipLocked: true });
  if (!campaign) return 0;
  const rows = await eraseCells(campaign, limit, tx);
  if (rows === limit) return rows;
  await tx
    .update(campaigns)
    .set(await textless(campaign, tx))
    .where(isCampaign(campaign));
  return rows + 1;
}

async function eraseCells({ accountId, id }: Campaign, limit: number, tx: Tx): Promise<number> {
  const erased = await tx.execute(sql`
    update ${campaignRows} set cells = '[]'
    where account_id = ${accountId}::uuid and campaign_id = ${id}::uuid and position in (
      select position from ${campaignRows}
      where account_id = ${accountId}::uuid and campaign_id = ${id}::uuid and cells <> '[]'
      order by position limit ${limit})
    returning position`);
  return erased.length;
}

async function textless(campaign: Campaign, tx: Tx): Promise<Partial<Campaign>> {
  const { requestHash } = campaign;
  const summary = campaign.summary as CampaignSummary | null;
  return {
    body: "",
    bodyErasedAt: await databaseNow(tx),
    name: lastingName(campaign),
    // Each sample is a whole message.
    summary: summary && { ...summary, samples: [] },
    requestHash: requestHash && sealRequestHash(requestHash),
  };
}
