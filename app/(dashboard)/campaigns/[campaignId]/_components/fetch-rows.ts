import { panelFetch } from "../../../_components/panel-fetch";
import type { DraftRow } from "../draft-facts";

interface WantedRows {
  state?: string;
  limit: number;
}

/** The first rows of a campaign, or the first of those in a state. */
export async function fetchRows(campaignId: string, wanted: WantedRows): Promise<DraftRow[]> {
  const query = new URLSearchParams({ limit: String(wanted.limit) });
  if (wanted.state !== undefined) query.set("state", wanted.state);
  const params = { campaign_id: campaignId };
  const { data } = await panelFetch("/api/panel/campaigns/{campaign_id}/rows", params, `?${query}`);
  return data;
}
