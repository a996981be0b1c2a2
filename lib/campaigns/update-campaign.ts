import { campaigns } from "@/drizzle/schema/campaigns";
import { changesBetween } from "../activity/changes-between";
import type { Facts } from "../activity/contract";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { isCampaign } from "./_campaign-ref";
import { viewCampaign } from "./_campaign-view";
import { demandCountry } from "./_demand-country";
import { demandMoment } from "./_demand-moment";
import { demandStoredLinks } from "./_demand-stored-links";
import { type Campaign, demandStatus, lockCampaign } from "./_find-campaign";
import { followingName, lastingName } from "./_lasting-name";
import type { CampaignView } from "./contract";
import { UpdateCampaignInput } from "./inputs-contract";
import { campaignSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The campaign as on the wire, `cmp_…`; `wanted` is an `UpdateCampaignInput` that nobody has checked. */
  input: { campaignId: string; wanted: unknown };
}

/**
 * Changes a campaign. What is sent, and to whom, only as long as it is a draft, which is then checked again; the name,
 * the rate, and the quiet hours until it ends, and the time until it is reached. Throws invalid_request, not_found,
 * conflict, and forbidden without `send_messages`.
 */
export async function updateCampaign({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const wanted = parseInput(UpdateCampaignInput, input.wanted);
  demandCountry(wanted.default_country);
  const row = await db().transaction(async (tx) => {
    const campaign = await lockCampaign(actor, input.campaignId, tx);
    demandChangeable(campaign, wanted);
    const changes = changesOf(campaign, wanted);
    demandStoredLinks(changes);
    // A draft has no countries yet: its start looks at them.
    if (wanted.quiet_hours) demandMoment({ ...campaign, ...changes });
    const [changed] = await tx
      .update(campaigns)
      .set({ ...changes, updatedAt: new Date() })
      .where(isCampaign(campaign))
      .returning();
    if (changed) await recordChange(actor, { before: campaign, after: changed }, tx);
    return changed ?? campaign;
  });
  return viewCampaign(row);
}

/** What is changed of a draft as it is typed is no event: its start is. */
async function recordChange(
  actor: Actor,
  { before, after }: { before: Campaign; after: Campaign },
  tx: Tx,
): Promise<void> {
  if (before.status === "draft") return;
  const changes = changesBetween(factsOf(before), factsOf(after));
  if (!changes) return;
  const target = { id: publicId("cmp", after.id), name: lastingName(after) };
  await recordActivity({ actor, action: "campaign.changed", target, ...changes }, tx);
}

function factsOf(campaign: Campaign): Facts {
  const { rate, scheduledAt, quietFrom, quietUntil } = campaign;
  const name = lastingName(campaign);
  const quiet_hours = quietFrom === null ? null : `${quietFrom}–${quietUntil}`;
  return { name, rate, scheduled_at: scheduledAt?.toISOString(), quiet_hours };
}

function demandChangeable(campaign: Campaign, wanted: UpdateCampaignInput): void {
  const { mapping, from, body, default_country: country, scheduled_at: at, store_body } = wanted;
  demandStatus(campaign, "draft", "scheduled", "running", "paused");
  const isContent = [mapping, from, body, country, store_body].some((each) => each !== undefined);
  const isTooLate = isContent
    ? campaign.status !== "draft"
    : at !== undefined && hasBegun(campaign);
  if (isTooLate) throw new AppError("conflict", campaignSentences.onlyLater);
  if (mapping && mapping.length !== campaign.columns.length) {
    const count = campaign.columns.length;
    throw invalidFields({ mapping: [campaignSentences.otherColumns({ count })] });
  }
}

function hasBegun({ status, startedAt }: Campaign): boolean {
  return status !== "draft" && startedAt !== null;
}

function changesOf(campaign: Campaign, wanted: UpdateCampaignInput) {
  const { name, rate, quiet_hours: quiet, mapping, from, body, default_country: country } = wanted;
  const given = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value);
  const content = {
    from: given(from, campaign.from),
    body: given(body, campaign.body),
    bodyStorage: given(storageOf(wanted), campaign.bodyStorage),
    mapping: given(mapping, campaign.mapping),
    defaultCountry: given(country, campaign.defaultCountry),
  };
  const isNew = JSON.stringify(content) !== JSON.stringify(contentOf(campaign));
  return {
    ...content,
    name: given(name, followingName(campaign, content)),
    rate: given(rate, campaign.rate),
    scheduledAt: given(wanted.scheduled_at, campaign.scheduledAt),
    // A check of what it was before is worth nothing.
    ...(isNew ? { revision: campaign.revision + 1, checkId: null, checkingUntil: null } : {}),
    // A new rate begins now, and new quiet hours are looked at now.
    ...(rate === undefined ? {} : { nextAt: null }),
    ...(quiet === undefined
      ? {}
      : {
          quietFrom: quiet?.from ?? null,
          quietUntil: quiet?.until ?? null,
          waitReason: null,
          waitUntil: null,
        }),
  };
}

/** In the order of the changes, which are compared with it. */
function contentOf({ from, body, bodyStorage, mapping, defaultCountry }: Campaign) {
  return { from, body, bodyStorage, mapping, defaultCountry };
}

function storageOf({ store_body }: UpdateCampaignInput): Campaign["bodyStorage"] | undefined {
  if (store_body === undefined) return undefined;
  return store_body === false ? "never" : null;
}
