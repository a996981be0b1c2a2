import { sql } from "drizzle-orm";
import { type Actor, demandPermission } from "../core/actor";
import { findCampaign } from "./_find-campaign";
import { readRows } from "./_read-rows";
import { numberColumn } from "./inputs-contract";
import type { RejectedRow } from "./submit-contract";
import { wordRow } from "./word-row";

interface Wanted {
  actor: Actor;
  input: {
    /** As on the wire, `cmp_…`. */
    campaignId: string;
    limit: number;
  };
}

/**
 * The first rows of a campaign that its check refuses, and why, in English. Throws not_found, and forbidden without the
 * scope `send`: whoever fills a campaign is told what is wrong with it.
 */
export async function listRejected({ actor, input }: Wanted): Promise<RejectedRow[]> {
  demandPermission(actor, "send_messages");
  const campaign = await findCampaign(actor, input.campaignId);
  const place = campaign.mapping.indexOf(numberColumn);
  const rows = await readRows({
    campaign,
    after: -1,
    limit: input.limit,
    filter: sql`state not in ('ready', 'unchecked')`,
  });
  return rows.map((row) => {
    const sentence = wordRow(row);
    return {
      row: row.row,
      to: row.cells[place] ?? "",
      code: row.state,
      errors: sentence ? [sentence.in("en")] : [],
    };
  });
}
