import { setTimeout as pause } from "node:timers/promises";
import { type Actor, demandPermission } from "../core/actor";
import { viewCampaign } from "./_campaign-view";
import { findCampaign } from "./_find-campaign";
import type { CampaignView } from "./contract";

const lookMs = 100;

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string; timeoutMs: number };
}

/**
 * Waits until the worker has checked a draft as it is now, and returns it; after the deadline as it is, `is_checked`
 * false. Throws not_found, and forbidden without `read_messages`.
 */
export async function awaitCheck({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "read_messages");
  const { campaignId, timeoutMs } = input;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const row = await findCampaign(actor, campaignId);
    const isChecked = row.status !== "draft" || row.checkedRevision === row.revision;
    if (isChecked || Date.now() >= deadline) return viewCampaign(row);
    await pause(Math.min(lookMs, Math.max(1, deadline - Date.now())));
  }
}
