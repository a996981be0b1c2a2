import { campaigns } from "@/drizzle/schema/campaigns";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { sourceOf } from "../messages/source-of";
import { viewCampaign } from "./_campaign-view";
import { demandCountry } from "./_demand-country";
import { demandFewDrafts } from "./_demand-few-drafts";
import { demandStoredLinks } from "./_demand-stored-links";
import { findByKey } from "./_find-by-key";
import type { CampaignView } from "./contract";
import { CreateCampaignInput } from "./inputs-contract";
import { campaignSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `CreateCampaignInput` that nobody has checked. */
  input: unknown;
  /** Stands for the request that the key is of, where that asked for more than a draft. */
  requestHash?: string;
}

/**
 * A new draft without rows; of a test token, one of test messages. A repeated idempotency key is the draft of the first
 * request, as it is now. Throws invalid_request, idempotency_mismatch, conflict with too many drafts, and forbidden without
 * the permission `send_messages`.
 */
export async function createCampaign({ actor, input, requestHash }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const wanted = parseInput(CreateCampaignInput, input);
  demandCountry(wanted.default_country);
  const { accountId } = actor;
  const key = wanted.idempotency_key ?? null;
  const findKnown = async () => (key === null ? undefined : findByKey(actor, { key, requestHash }));
  const known = await findKnown();
  if (known) return viewCampaign(known);
  await demandFewDrafts(accountId);
  const draft = draftOf(actor, wanted);
  demandStoredLinks(draft);
  const [created] = await db()
    .insert(campaigns)
    .values({ ...draft, requestHash })
    .onConflictDoNothing({ target: [campaigns.accountId, campaigns.key] })
    .returning();
  const row = created ?? (await findKnown());
  if (!row) throw new AppError("conflict", campaignSentences.notFound);
  return viewCampaign(row);
}

function draftOf(actor: Actor, wanted: CreateCampaignInput) {
  return {
    accountId: actor.accountId,
    id: newId(),
    name: wanted.name,
    key: wanted.idempotency_key ?? null,
    status: "draft" as const,
    test: actor.mode === "test",
    source: sourceOf(actor),
    tokenId: actor.kind === "token" ? actor.tokenId : null,
    from: wanted.from ?? "",
    body: wanted.body ?? "",
    bodyStorage: wanted.store_body === false ? ("never" as const) : null,
    defaultCountry: wanted.default_country,
    rate: wanted.rate,
    quietFrom: wanted.quiet_hours?.from,
    quietUntil: wanted.quiet_hours?.until,
    scheduledAt: wanted.scheduled_at,
  };
}
