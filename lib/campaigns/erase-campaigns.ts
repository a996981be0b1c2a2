import { and, eq, ne, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import type { Tx } from "../core/db";

/**
 * Erases what an account's campaigns said, and to whom. Of those that were started the amounts stay, so that the ledger
 * still adds up.
 */
export async function eraseCampaigns(accountId: string, tx: Tx): Promise<void> {
  const isDraft = sql`status = 'draft'`;
  await tx.delete(campaignRows).where(
    sql`account_id = ${accountId} and campaign_id in (
        select id from ${campaigns} where account_id = ${accountId} and ${isDraft})`,
  );
  await tx.delete(campaigns).where(and(eq(campaigns.accountId, accountId), isDraft));
  await tx
    .update(campaignRows)
    .set({ cells: [], to: null, detail: null, country: null, clientRef: null })
    .where(eq(campaignRows.accountId, accountId));
  await tx
    .update(campaigns)
    .set({
      name: "",
      key: null,
      requestHash: null,
      tokenId: null,
      from: "",
      body: "",
      columns: [],
      mapping: [],
      fileName: null,
      summary: null,
      figures: null,
    })
    .where(and(eq(campaigns.accountId, accountId), ne(campaigns.name, "")));
}
