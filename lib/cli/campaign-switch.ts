import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { cancelCampaign } from "../campaigns/cancel-campaign";
import { pauseCampaign } from "../campaigns/pause-campaign";
import { resumeCampaign } from "../campaigns/resume-campaign";
import { operatorOf } from "../core/actor";
import { type Command, defineCommand } from "./command";
import { countNoun } from "./count-noun";
import { required } from "./options";

export const campaignPause = switchCommand(
  "pause",
  "pause a campaign: no more of its messages leave",
  pauseCampaign,
);
export const campaignResume = switchCommand("resume", "resume a paused campaign", resumeCampaign);
export const campaignCancel = switchCommand(
  "cancel",
  "cancel a campaign for good, and refund what has not left",
  cancelCampaign,
);

function switchCommand(verb: string, summary: string, change: typeof pauseCampaign): Command {
  return defineCommand({
    words: `campaign ${verb}`,
    summary,
    usage: `campaign ${verb} --email <email> --id <campaign_id>`,
    options: { email: { type: "string" }, id: { type: "string" } },
    input: z.object({ email: required("email"), id: required("id") }),
    async run({ email, id }) {
      const { accountId } = await findAccountByEmail(email);
      const actor = operatorOf(accountId);
      const campaign = await change({ actor, input: { campaignId: id } });
      const { campaign_id, name, status, credits } = campaign;
      const refunded =
        verb === "cancel"
          ? ` Refunded so far: ${countNoun(credits.refunded, "credit", "credits")}.`
          : "";
      return { lines: [`${campaign_id} (${name}) is ${status}.${refunded}`], json: campaign };
    },
  });
}
