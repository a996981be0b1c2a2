import { awaitCheck } from "../campaigns/await-check";
import { checkCampaigns } from "../campaigns/check-campaigns";
import type { CampaignView } from "../campaigns/contract";
import { createCampaign } from "../campaigns/create-campaign";
import { startCampaign } from "../campaigns/start-campaign";
import { storeRows } from "../campaigns/store-rows";
import type { Actor } from "../core/actor";

interface Wanted {
  /** Cells of each row; the first column has the numbers. */
  rows: string[][];
  /** The names of the columns behind the number. */
  variables?: string[];
  body?: string;
  settings?: Record<string, unknown>;
}

/** Polish mobile numbers that are all different. */
export function phones(count: number, first = 501_000_000): string[] {
  return Array.from({ length: count }, (_each, place) => `48${first + place}`);
}

/** A draft with rows, which have the numbers of a file with a header; it was not checked. */
export async function uncheckedCampaign(
  actor: Actor,
  { rows, variables = [], body = "Hello", settings = {} }: Wanted,
): Promise<CampaignView> {
  const { campaign_id: campaignId } = await createCampaign({
    actor,
    input: { name: "Spring", from: "YourBrand", body, ...settings },
  });
  const columns = ["to", ...variables];
  const mapping = [...columns];
  return storeRows({ actor, input: { campaignId, columns, mapping, chunks: chunksOf(rows) } });
}

/** The same, checked. */
export async function draftCampaign(actor: Actor, wanted: Wanted): Promise<CampaignView> {
  const { campaign_id: campaignId } = await uncheckedCampaign(actor, wanted);
  while ((await checkCampaigns()) > 0);
  return awaitCheck({ actor, input: { campaignId, timeoutMs: 60_000 } });
}

/** A campaign to so many people that was started, and of which nothing was stored. */
export async function startedCampaign(
  actor: Actor,
  people: number,
  wanted: Partial<Wanted> = {},
): Promise<{ campaignId: string }> {
  const rows = phones(people).map((to) => [to]);
  const { campaign_id: campaignId } = await draftCampaign(actor, { rows, ...wanted });
  await startCampaign({ actor, input: { campaignId } });
  return { campaignId };
}

async function* chunksOf(rows: string[][]) {
  for (let from = 0; from < rows.length; from += 1000) {
    yield rows.slice(from, from + 1000).map((cells, place) => {
      return { position: from + place + 2, cells };
    });
  }
}
