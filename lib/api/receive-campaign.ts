import { submitCampaign } from "../campaigns/submit-campaign";
import type { SubmittedCampaign } from "../campaigns/submit-contract";
import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { accountPlaces } from "../core/limits/account-places";
import { countExtraRequests } from "../sending/limit-requests";
import { readGroup, readTemplate } from "./campaign-sources";
import { extraRequests } from "./extra-requests";

/** How many campaigns this process reads and checks at once. */
const inPlace = accountPlaces({
  what: "campaigns",
  perAccount: 2,
  perProcess: 16,
  retryAfterMs: 5000,
});

interface Received {
  actor: Actor & { accountId: string };
  request: Request;
  /** Reads the body. */
  read: () => Promise<Record<string, unknown>>;
}

/**
 * Reads the campaign in a request and submits it. Throws rate_limited when the account has too many on the way, and what
 * `submitCampaign` does; what had to be read for nothing then counts as requests.
 */
export async function receiveCampaign({
  actor,
  request,
  read,
}: Received): Promise<{ answer: SubmittedCampaign; isReplay: boolean }> {
  const sources = {
    readTemplate: (templateId: string) => readTemplate(actor, templateId),
    readGroup: (groupId: string) => readGroup(actor, groupId),
  };
  return inPlace(actor.accountId, async () => {
    try {
      return await submitCampaign({ actor, input: await read(), sources });
    } catch (error) {
      if (error instanceof AppError) await countExtraRequests(actor, extraRequests(request));
      throw error;
    }
  });
}
