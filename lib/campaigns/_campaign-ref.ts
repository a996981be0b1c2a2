import { and, eq, type SQL, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";

/** A campaign by its whole key. */
export interface CampaignRef {
  accountId: string;
  id: string;
}

/** The condition on a campaign that it is this one. */
export function isCampaign({ accountId, id }: CampaignRef): SQL | undefined {
  return and(eq(campaigns.accountId, accountId), eq(campaigns.id, id));
}

/** The condition on a row that it is one of this campaign. */
export function isRowOf({ accountId, id }: CampaignRef): SQL | undefined {
  return and(eq(campaignRows.accountId, accountId), eq(campaignRows.campaignId, id));
}

/** The condition on a row that its message is still to be stored, in the words of its index. */
export const isWaiting = sql`state = 'ready' and message_id is null and ended is null`;
