import { and, asc, eq, notInArray } from "drizzle-orm";
import { isSupportedCountry } from "libphonenumber-js/max";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { type Actor, demandScope } from "../core/actor";
import { db } from "../core/db";
import { findCampaign } from "./_find-campaign";
import { numberColumn } from "./inputs-contract";
import { sayRejection } from "./say-rejection";
import type { RejectedRow } from "./submit-contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string; limit: number };
}

/**
 * The first rows of a campaign that its check refuses, with why. Throws not_found, and forbidden without the scope
 * `send`, which who fills a campaign has.
 */
export async function listRejected({ actor, input }: Wanted): Promise<RejectedRow[]> {
  demandScope(actor, "send");
  const { accountId, id, mapping, defaultCountry } = await findCampaign(actor, input.campaignId);
  const place = mapping.indexOf(numberColumn);
  const country = defaultCountry && isSupportedCountry(defaultCountry) ? defaultCountry : null;
  const rows = await db()
    .select()
    .from(campaignRows)
    .where(
      and(
        eq(campaignRows.accountId, accountId),
        eq(campaignRows.campaignId, id),
        notInArray(campaignRows.state, ["ready", "unchecked"]),
      ),
    )
    .orderBy(asc(campaignRows.position))
    .limit(input.limit);
  return rows.map(({ position, cells, state, detail }) => {
    const written = cells[place] ?? "";
    const sentence = sayRejection({ state, detail, written, country });
    return { row: position, to: written, code: state, errors: sentence ? [sentence.in("en")] : [] };
  });
}
