import { and, asc, gt, sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";
import { feedCampaign } from "./_feed-campaign";

const pageSize = 100;
const active = sql`status <> 'draft' and ended_at is null`;

/**
 * Starts the scheduled campaigns whose time has come, and stores the next messages of every campaign that runs, one chunk
 * each, so that none holds up another. Returns how many rows it took: with any, there may be more.
 */
export async function feedCampaigns(now = new Date()): Promise<number> {
  await db()
    .update(campaigns)
    .set({ status: "running", startedAt: now })
    .where(
      and(
        active,
        // One whose time was taken away is to start now.
        sql`status = 'scheduled' and (scheduled_at is null or scheduled_at <= ${now.toISOString()}::timestamptz)`,
      ),
    );
  let taken = 0;
  for await (const ref of runningCampaigns(now)) taken += await feedCampaign(ref, now);
  return taken;
}

/** The campaigns that run, but for those that wait for the end of the quiet hours. */
async function* runningCampaigns(now: Date) {
  let after: string | undefined;
  do {
    const rows = await db()
      .select({ accountId: campaigns.accountId, id: campaigns.id })
      .from(campaigns)
      .where(
        and(
          active,
          sql`status = 'running' and (wait_until is null or wait_until <= ${now.toISOString()}::timestamptz)`,
          after === undefined ? undefined : gt(campaigns.id, after),
        ),
      )
      .orderBy(asc(campaigns.id))
      .limit(pageSize);
    yield* rows;
    after = rows.length === pageSize ? rows.at(-1)?.id : undefined;
  } while (after !== undefined);
}
