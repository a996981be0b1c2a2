import { sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { openInSend } from "../messages/open-in-send";
import { type CampaignRef, isWaiting } from "./_campaign-ref";

/** The countries of a campaign where somebody has no message yet, or one that no carrier has. */
export async function waitingCountries(
  { accountId, id }: CampaignRef,
  tx: Tx = db(),
): Promise<string[]> {
  const rows = await tx.execute<{ country: string | null }>(sql`
    select country from ${campaignRows}
      where account_id = ${accountId} and campaign_id = ${id} and ${isWaiting} group by country
    union
    select r.country from (
      select id from ${messages} where account_id = ${accountId} and send_id = ${id}
        and ${openInSend} and status in ('scheduled', 'queued')
    ) as unsent join ${campaignRows} r on r.account_id = ${accountId} and r.message_id = unsent.id
    group by r.country`);
  return rows.flatMap(({ country }) => country ?? []);
}
