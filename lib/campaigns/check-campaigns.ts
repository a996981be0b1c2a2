import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishBalanceChange } from "../queue/notice";
import { isCampaign } from "./_campaign-ref";
import { checkCampaign, checkLeaseSeconds } from "./_check-campaign";

const unchecked = sql`status = 'draft' and checked_revision is distinct from revision`;
const free = sql`(checking_until is null or checking_until < now())`;

/**
 * Checks drafts that changed since their last check, one of each account a turn. Returns how many were checked, or were
 * changed again meanwhile and are to be looked at again at once.
 */
export async function checkCampaigns(): Promise<number> {
  const order = sql`id`;
  const accounts = await accountsWithWork({ table: campaigns, open: unchecked, due: free, order });
  let checked = 0;
  for (const accountId of accounts) {
    const campaign = await claim(accountId);
    if (!campaign) continue;
    await checkCampaign(campaign);
    await publishBalanceChange(accountId);
    checked += 1;
  }
  return checked;
}

async function claim(accountId: string) {
  const checkId = newId();
  const picked = await db().execute<{ id: string }>(sql`
    update ${campaigns} set check_id = ${checkId},
      checking_until = now() + ${checkLeaseSeconds} * interval '1 second'
    where account_id = ${accountId} and id = (
      select id from ${campaigns} where account_id = ${accountId} and ${unchecked} and ${free}
      order by id limit 1 for update skip locked)
    returning id`);
  const [{ id } = { id: undefined }] = picked;
  if (id === undefined) return undefined;
  const [row] = await db().select().from(campaigns).where(isCampaign({ accountId, id }));
  return row?.checkId === checkId ? { ...row, checkId } : undefined;
}
