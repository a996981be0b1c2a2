import { and, eq, type SQL, sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import type { Actor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import type { CampaignStatus } from "./contract";
import { campaignSentences } from "./sentences";

export type Campaign = typeof campaigns.$inferSelect;

/** The campaigns an actor can see: those of the account, and for a test token only tests. */
export function visibleCampaigns({
  accountId,
  mode,
}: Pick<Actor, "accountId" | "mode">): SQL | undefined {
  return and(
    eq(campaigns.accountId, accountId),
    mode === "test" ? sql`${campaigns.test}` : undefined,
  );
}

/** The ID behind `cmp_…`. Throws not_found for anything else. */
function readCampaignId(campaignId: string): string {
  const id = parsePublicId("cmp", campaignId);
  if (!id) throw noSuchCampaign();
  return id;
}

/** A campaign that the actor can see. Throws not_found. */
export async function findCampaign(actor: Actor, campaignId: string): Promise<Campaign> {
  const [row] = await db().select().from(campaigns).where(named(actor, campaignId));
  if (!row) throw noSuchCampaign();
  return row;
}

/** The same, locked until the transaction ends: nobody feeds it or changes it meanwhile. */
export async function lockCampaign(actor: Actor, campaignId: string, tx: Tx): Promise<Campaign> {
  const [row] = await tx.select().from(campaigns).where(named(actor, campaignId)).for("update");
  if (!row) throw noSuchCampaign();
  return row;
}

/** Throws conflict unless the campaign is in one of these states. */
export function demandStatus({ status }: Campaign, ...allowed: CampaignStatus[]): void {
  if (allowed.includes(status)) return;
  throw new AppError("conflict", campaignSentences.wrongState({ status }));
}

function named(actor: Actor, campaignId: string): SQL | undefined {
  return and(visibleCampaigns(actor), eq(campaigns.id, readCampaignId(campaignId)));
}

function noSuchCampaign(): AppError {
  return new AppError("not_found", campaignSentences.notFound);
}
