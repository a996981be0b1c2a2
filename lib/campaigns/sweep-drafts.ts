import { and, asc, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";
import { leftDrafts } from "../retention/kept";
import { type CampaignRef, isCampaign, isRowOf } from "./_campaign-ref";

const dayMs = 86_400_000;
/** Drafts of one look: each may have 100,000 rows. */
const batchSize = 10;

/**
 * Deletes drafts that have neither text nor sender, and that nobody has changed for 30 days: a file that was uploaded, for
 * contacts or a campaign, and left. Returns how many; with any, there may be more.
 */
export async function sweepDrafts(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - leftDrafts.forDays * dayMs).toISOString();
  const isLeft = sql`status = 'draft' and sender = '' and body = '' and updated_at < ${before}::timestamptz`;
  const left = await db()
    .select({ accountId: campaigns.accountId, id: campaigns.id })
    .from(campaigns)
    .where(isLeft)
    .orderBy(asc(campaigns.id))
    .limit(batchSize);
  let deleted = 0;
  for (const ref of left) if (await drop(ref, isLeft)) deleted += 1;
  return deleted;
}

async function drop(ref: CampaignRef, isLeft: ReturnType<typeof sql>): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [draft] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(isCampaign(ref), isLeft))
      .for("update", { skipLocked: true });
    if (!draft) return false;
    await tx.delete(campaignRows).where(isRowOf(ref));
    await tx.delete(campaigns).where(isCampaign(ref));
    return true;
  });
}
