import { submitCampaign } from "../campaigns/submit-campaign";
import type { SubmittedCampaign } from "../campaigns/submit-contract";
import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { slots } from "../core/limits/slots";
import { tooManyAtOnce } from "../core/limits/too-many-at-once";
import { countExtraRequests } from "../sending/limit-requests";
import { readGroup, readTemplate } from "./campaign-sources";
import { extraRequests } from "./extra-requests";

/** How many campaigns this process reads and checks at once, of one account and in all. */
const maxPerAccount = 2;
const maxPerProcess = 16;
/** A request beyond that is not read yet; it waits this long before it is refused. */
const maxWaitMs = 10_000;
const retryAfterMs = 5000;

const places = slots({
  perKey: maxPerAccount,
  total: maxPerProcess,
  waitingPerKey: 4 * maxPerAccount,
  waitingTotal: 4 * maxPerProcess,
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
  const refuse = () => tooManyAtOnce("campaigns", { max: maxPerAccount, retryAfterMs });
  const sources = {
    readTemplate: (templateId: string) => readTemplate(actor, templateId),
    readGroup: (groupId: string) => readGroup(actor, groupId),
  };
  return places.run(actor.accountId, { maxWaitMs, refuse }, async () => {
    try {
      return await submitCampaign({ actor, input: await read(), sources });
    } catch (error) {
      if (error instanceof AppError) await countExtraRequests(actor, extraRequests(request));
      throw error;
    }
  });
}
