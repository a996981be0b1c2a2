import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import type { CampaignView } from "../campaigns/contract";
import { getCampaign } from "../campaigns/get-campaign";
import { operatorOf } from "../core/actor";
import { defineCommand } from "./command";
import { countNoun } from "./count-noun";
import { required } from "./options";

export const campaignShow = defineCommand({
  words: "campaign show",
  summary: "show a campaign, its progress, and what holds it",
  usage: "campaign show --email <email> --id <campaign_id>",
  options: { email: { type: "string" }, id: { type: "string" } },
  input: z.object({ email: required("email"), id: required("id") }),
  async run({ email, id }) {
    const { accountId } = await findAccountByEmail(email);
    const actor = operatorOf(accountId);
    const campaign = await getCampaign({ actor, input: { campaignId: id } });
    return { lines: linesOf(campaign), json: campaign };
  },
});

function linesOf(campaign: CampaignView): string[] {
  const { campaign_id, name, status, test, from, rows, credits } = campaign;
  return [
    `${campaign_id}  ${status}  ${test ? "test" : "live"}  ${name}`,
    `from ${from === "" ? "nobody yet" : from}, ${countNoun(rows, "row", "rows")}`,
    ...progressOf(campaign),
    `credits: ${credits.reserved} reserved, ${credits.charged} charged, ${credits.refunded} refunded`,
    ...waitOf(campaign),
    ...timesOf(campaign),
  ];
}

function progressOf({ progress }: CampaignView): string[] {
  if (progress === null) return [];
  const { people, waiting, statuses, opted_out, not_sent } = progress;
  const counts = Object.entries({ waiting, ...statuses, opted_out, not_sent });
  const said = counts.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  return [`${countNoun(people, "person", "people")}: ${said.join(", ")}`];
}

function waitOf({ wait_reason, wait_until, wait_countries }: CampaignView): string[] {
  if (wait_reason === null) return [];
  const until = wait_until === null ? "" : ` until ${wait_until}`;
  const where = wait_countries.length > 0 ? ` in ${wait_countries.join(", ")}` : "";
  return [`waits: ${wait_reason}${where}${until}`];
}

function timesOf(campaign: CampaignView): string[] {
  const { created_at, scheduled_at, started_at, paused_at, ended_at } = campaign;
  const times = { created_at, scheduled_at, started_at, paused_at, ended_at };
  return Object.entries(times).flatMap(([what, at]) => (at === null ? [] : `${what} ${at}`));
}
