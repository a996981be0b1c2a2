import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";
import { withStatementKind } from "../core/statement-kind";
import { publishChange } from "../queue/notice";
import { isCampaign } from "./_campaign-ref";
import { stopCampaign } from "./_stop-campaign";

const open = sql`status in ('scheduled', 'running', 'paused') and ended_at is null`;

/**
 * Cancels the campaigns of a closed account, with the credits of what no carrier may have back; those of an account that
 * was taken back meanwhile go on.
 */
export async function cancelAccountCampaigns(accountId: string): Promise<void> {
  const rows = await db()
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.accountId, accountId), sql`status <> 'draft'`, open));
  for (const { id } of rows) {
    const ids = await withStatementKind("bulk", () => cancelOne(accountId, id));
    publishChange(accountId, ids);
  }
}

function cancelOne(accountId: string, id: string): Promise<string[]> {
  return db().transaction(async (tx) => {
    const isClosed = sql`exists (select 1 from ${accounts} where id = ${accountId} and erase_after is not null)`;
    const [campaign] = await tx
      .select()
      .from(campaigns)
      .where(and(isCampaign({ accountId, id }), open, isClosed))
      .for("update");
    return campaign ? (await stopCampaign(campaign, "worker", tx)).ids : [];
  });
}
