import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { type CampaignView, campaignStatuses } from "../campaigns/contract";
import { listCampaigns } from "../campaigns/list-campaigns";
import { operatorOf } from "../core/actor";
import { defineCommand } from "./command";
import { countNoun } from "./count-noun";
import { required } from "./options";

const shown = 100;
const wrongStatus = `--status must be one of: ${campaignStatuses.join(", ")}.`;

export const campaignList = defineCommand({
  words: "campaign list",
  summary: `list an account's campaigns, newest first, at most ${shown}`,
  usage: "campaign list --email <email> [--status <status>]",
  options: { email: { type: "string" }, status: { type: "string" } },
  input: z.object({
    email: required("email"),
    status: z.enum(campaignStatuses, wrongStatus).optional(),
  }),
  async run({ email, status }) {
    const { accountId } = await findAccountByEmail(email);
    const actor = operatorOf(accountId);
    const { data, nextCursor } = await listCampaigns({ actor, input: { status, limit: shown } });
    const lines = data.map(toLine);
    const more = nextCursor === null ? [] : ["Older campaigns are not shown."];
    return { lines: data.length > 0 ? [...lines, ...more] : ["No campaigns."], json: data };
  },
});

function toLine(campaign: CampaignView): string {
  const { campaign_id, status, test, rows, progress, created_at, name } = campaign;
  const people =
    progress === null
      ? countNoun(rows, "row", "rows")
      : countNoun(progress.people, "person", "people");
  return [
    campaign_id,
    status.padEnd(9),
    test ? "test" : "live",
    people.padEnd(14),
    created_at,
    name,
  ].join("  ");
}
