import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { withStatementKind } from "../core/statement-kind";
import { chargeCredits } from "../credits/charge-credits";
import { messageSentences } from "../messages/sentences";
import { publishBalanceChange } from "../queue/notice";
import { findUnapproved } from "../sender-names/find-unapproved";
import { senderNotApproved } from "../sender-names/sender-not-approved";
import { insufficientCredits } from "../sending/insufficient-credits";
import { limitMessages } from "../sending/limit-messages";
import { sendingSentences } from "../sending/sentences";
import { spendLimitReached } from "../sending/spend-limit-reached";
import { isBlank } from "../sms/is-blank";
import { spendFromToken } from "../tokens/spend-from-token";
import { isCampaign } from "./_campaign-ref";
import { viewCampaign } from "./_campaign-view";
import { demandMoment } from "./_demand-moment";
import { type Campaign, demandStatus, lockCampaign } from "./_find-campaign";
import { lastingName } from "./_lasting-name";
import { sumReady } from "./_sum-ready";
import type { CampaignView } from "./contract";
import { numberColumn } from "./inputs-contract";
import { campaignSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/**
 * Starts a draft that was checked, now or at its time, and charges the credits of all rows that are ready in one ledger
 * transaction, which the token that starts it spends, whoever made it. One that was started before stays as it is. Throws insufficient_credits, spend_limit_reached,
 * sender_not_approved, invalid_request for a draft that
 * lacks something or is quiet for ever, conflict while it is being checked or after a cancellation, not_found,
 * rate_limited for too many test messages, and forbidden without `send_messages` or for a suspended account.
 */
export async function startCampaign({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const row = await withStatementKind("batch", () =>
    db().transaction(async (tx) => {
      const campaign = await lockCampaign(actor, input.campaignId, tx);
      if (campaign.status !== "draft") {
        demandStatus(campaign, "scheduled", "running", "paused", "finished");
        return campaign;
      }
      demandComplete(campaign);
      await demandApprovedSender(campaign, tx);
      const started = await start(actor, campaign, tx);
      await recordStart(actor, started, tx);
      return started;
    }),
  );
  await publishBalanceChange(row.accountId);
  return viewCampaign(row);
}

async function recordStart(actor: Actor, campaign: Campaign, tx: Tx): Promise<void> {
  const { id, people, reservedCredits: credits, scheduledAt } = campaign;
  const scheduled_at = scheduledAt?.toISOString();
  const target = { id: publicId("cmp", id), name: lastingName(campaign) };
  const after = { people, credits, scheduled_at };
  await recordActivity({ actor, action: "campaign.started", target, after }, tx);
}

function demandComplete({ from, body, mapping, rows, revision, checkedRevision }: Campaign): void {
  const fields = {
    ...(from === "" ? { from: [messageSentences.noSender] } : {}),
    ...(isBlank(body) ? { body: [campaignSentences.noText] } : {}),
    ...(rows === 0 ? { recipients: [campaignSentences.noRecipients] } : {}),
    ...(rows > 0 && !mapping.includes(numberColumn)
      ? { mapping: [campaignSentences.noNumberColumn] }
      : {}),
  };
  if (Object.keys(fields).length > 0) throw invalidFields(fields);
  if (revision !== checkedRevision) {
    throw new AppError("conflict", campaignSentences.beingChecked, { retryAfterMs: 1000 });
  }
}

/** The messages of a test campaign reach nobody, so they may come from any name. */
async function demandApprovedSender({ accountId, test, from }: Campaign, tx: Tx): Promise<void> {
  const actor = { accountId, mode: test ? ("test" as const) : null };
  const isUnapproved = await findUnapproved({ actor, input: [from] }, tx);
  if (isUnapproved(from)) throw senderNotApproved({ from });
}

async function start(actor: Actor, campaign: Campaign, tx: Tx): Promise<Campaign> {
  const { accountId, scheduledAt } = campaign;
  const name = lastingName(campaign);
  const { people, credits, countries } = await sumReady(campaign, tx);
  if (people === 0) throw invalidFields({ recipients: [campaignSentences.nobody] });
  demandMoment({ ...campaign, countries });
  // Nothing else keeps messages that cost nothing from being too many.
  if (campaign.test) await limitMessages({ accountId, mode: "test", limits: actor.limits }, people);
  const charged = await chargeCredits({ accountId, credits, note: `Campaign: ${name}` }, tx);
  if ("refused" in charged) {
    if (charged.refused === "suspended") {
      throw new AppError("forbidden", sendingSentences.suspended);
    }
    throw insufficientCredits({ required: credits, available: charged.available });
  }
  const short = await spendFromToken(actor, credits, tx);
  if (short) throw spendLimitReached({ required: credits, ...short });
  const isLater = scheduledAt !== null && scheduledAt.getTime() > Date.now();
  const [started] = await tx
    .update(campaigns)
    .set({
      status: isLater ? "scheduled" : "running",
      ...(isLater ? {} : { startedAt: sql`now()` }),
      // From here on nobody reads the text, by its name either.
      ...(campaign.bodyStorage === null ? {} : { name }),
      chargeId: charged.chargeId,
      // Whoever starts it spends: its messages, its costs, and the daily limit name that token.
      tokenId: actor.kind === "token" ? actor.tokenId : null,
      reservedCredits: credits,
      people,
      countries,
      nextAt: null,
      updatedAt: sql`now()`,
    })
    .where(isCampaign(campaign))
    .returning();
  return started ?? campaign;
}
