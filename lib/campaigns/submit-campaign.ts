import { createHash } from "node:crypto";
import { type Actor, demandPermission, withScope } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { withStatementKind } from "../core/statement-kind";
import { viewCampaign } from "./_campaign-view";
import { demandMoment } from "./_demand-moment";
import { discardDraft } from "./_discard-draft";
import { findByKey } from "./_find-by-key";
import { findCampaign } from "./_find-campaign";
import { sumReady } from "./_sum-ready";
import { awaitCheck } from "./await-check";
import type { CampaignSummary, CampaignView } from "./contract";
import { createCampaign } from "./create-campaign";
import { listRejected } from "./list-rejected";
import { submitSentences } from "./sentences";
import { startCampaign } from "./start-campaign";
import { type GroupContact, storeContacts } from "./store-contacts";
import { storeRecipients } from "./store-recipients";
import { SubmitCampaignInput, type SubmittedCampaign } from "./submit-contract";

/** How long a request waits for the check of its rows. */
const maxCheckMs = 20_000;
const maxListed = 100;

/** What a request may name, and its owner reads. */
interface Sources {
  readTemplate(templateId: string): Promise<string>;
  readGroup(groupId: string): Promise<{ fields: string[]; contacts: AsyncIterable<GroupContact> }>;
}

interface Wanted {
  actor: Actor;
  /** A `SubmitCampaignInput` that nobody has checked. */
  input: unknown;
  sources: Sources;
}

interface Submitted {
  answer: SubmittedCampaign;
  /** Whether the key was used before: nothing new was made. */
  isReplay: boolean;
}

/**
 * Makes a campaign with its people, checks it, and starts it; with `start: false` it stays a draft, and a dry run leaves
 * nothing. A request that fails leaves nothing either, so that its key can be used again. A repeated key is the campaign
 * of the first request. Throws invalid_request, idempotency_mismatch, insufficient_credits, rate_limited, not_found,
 * conflict, and unavailable when the check takes too long; forbidden without `send_messages`.
 */
export async function submitCampaign({ actor, input, sources }: Wanted): Promise<Submitted> {
  demandPermission(actor, "send_messages");
  const wanted = parseInput(SubmitCampaignInput, input);
  const known = await findBefore(actor, wanted);
  if (known) return { answer: await toAnswer(actor, known, known.status), isReplay: true };
  const draft = await makeDraft({ actor, wanted, sources });
  try {
    return { answer: await run(actor, wanted, draft), isReplay: false };
  } catch (error) {
    await discard(actor, draft.campaign_id);
    throw error;
  }
}

/** The campaign that this key made, once there is more of it than a draft to go on with. */
async function findBefore(
  actor: Actor,
  wanted: SubmitCampaignInput,
): Promise<CampaignView | undefined> {
  const key = wanted.idempotency_key ?? null;
  if (key === null || wanted.dry_run) return undefined;
  const row = await findByKey(actor, { key, requestHash: hashOf(wanted) });
  if (!row) return undefined;
  const campaign = await viewCampaign(row);
  // A draft that was to be started was broken off before it was.
  return campaign.status === "draft" && wanted.start !== false ? undefined : campaign;
}

/** Stands for what is asked for: the same request has the same hash. */
function hashOf({ idempotency_key, dry_run, ...asked }: SubmitCampaignInput): string {
  return createHash("sha256").update(JSON.stringify(asked)).digest("base64url");
}

interface Making {
  actor: Actor;
  wanted: SubmitCampaignInput;
  sources: Sources;
}

async function makeDraft({ actor, wanted, sources }: Making): Promise<CampaignView> {
  const { template_id, recipients, group_id, dry_run, start: _start, ...settings } = wanted;
  const body = template_id ? await sources.readTemplate(template_id) : settings.body;
  const group = group_id ? await sources.readGroup(group_id) : undefined;
  const draft = await createCampaign({
    actor,
    input: {
      ...settings,
      ...(body === undefined ? {} : { body }),
      scheduled_at: settings.scheduled_at?.toISOString() ?? null,
      // What a dry run makes is gone at once, and its key stays free.
      idempotency_key: dry_run ? null : settings.idempotency_key,
    },
    requestHash: hashOf(wanted),
  });
  const campaignId = draft.campaign_id;
  try {
    if (recipients) return await storeRecipients({ actor, input: { campaignId, recipients } });
    if (group) return await storeContacts({ actor, input: { campaignId, ...group } });
    return draft;
  } catch (error) {
    await discard(actor, campaignId);
    throw error;
  }
}

async function run(
  actor: Actor,
  wanted: SubmitCampaignInput,
  draft: CampaignView,
): Promise<SubmittedCampaign> {
  const { campaign_id: campaignId } = draft;
  // Without rows there is nothing to check yet.
  const isWhole = wanted.start !== false || wanted.dry_run === true;
  if (!isWhole && draft.rows === 0) return toAnswer(actor, draft, draft.status);
  // Who sends is told what was found in the rows of the request.
  const reader = withScope(actor, "read");
  const input = { campaignId, timeoutMs: maxCheckMs };
  const checked = await awaitCheck({ actor: reader, input });
  if (!checked.is_checked && checked.rows > 0) {
    throw new AppError("unavailable", submitSentences.stillChecking, { retryAfterMs: 5000 });
  }
  if (wanted.dry_run) {
    await demandMomentOf(actor, campaignId);
    const answer = await toAnswer(actor, checked, "dry_run");
    await discard(actor, campaignId);
    return { ...answer, campaign_id: null };
  }
  if (wanted.start === false) return toAnswer(actor, checked, checked.status);
  if (checked.summary?.counts.valid === 0) await refuseAll(actor, campaignId);
  const started = await startCampaign({ actor, input: { campaignId } });
  return toAnswer(actor, started, started.status);
}

/** What a start would ask of its quiet hours. */
async function demandMomentOf(actor: Actor, campaignId: string): Promise<void> {
  const draft = await findCampaign(actor, campaignId);
  demandMoment({ ...draft, countries: (await sumReady(draft)).countries });
}

/** When nobody can be sent to, the reasons are all there is to say. */
async function refuseAll(actor: Actor, campaignId: string): Promise<never> {
  const rejected = await listRejected({ actor, input: { campaignId, limit: maxListed } });
  const recipients = rejected.map(({ row, errors }) =>
    submitSentences.rowCannotBeSent({ row, reason: errors.join(" ") }),
  );
  throw invalidFields({ recipients });
}

/** A draft that came to nothing. Where that fails, it is a draft like any other, for its owner to delete. */
async function discard(actor: Actor, campaignId: string): Promise<void> {
  await withStatementKind("batch", () =>
    db().transaction((tx) => discardDraft(actor, campaignId, tx)),
  ).catch((error: unknown) => {
    log().warn({ err: error }, "the draft of a rejected request stays");
  });
}

async function toAnswer(
  actor: Actor,
  campaign: CampaignView,
  status: SubmittedCampaign["status"],
): Promise<SubmittedCampaign> {
  const { campaign_id, summary } = campaign;
  const input = { campaignId: campaign_id, limit: maxListed };
  return {
    campaign_id,
    status,
    counts: summary?.counts ?? { ...noCounts, rows: campaign.rows },
    segments: (summary?.segments ?? []).reduce((sum, each) => sum + each.segments * each.people, 0),
    credits: campaign.test ? 0 : (summary?.credits ?? 0),
    rejected: campaign.rows > 0 ? await listRejected({ actor, input }) : [],
  };
}

const noCounts: CampaignSummary["counts"] = {
  rows: 0,
  valid: 0,
  empty: 0,
  invalid: 0,
  landline: 0,
  duplicate: 0,
  opted_out: 0,
  missing_variable: 0,
  too_long: 0,
};
