import { and, asc, gt, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { type CampaignRef, isCampaign, isRowOf } from "./_campaign-ref";
import { type CheckedRow, checkRow, readRowNumber, type StoredRow } from "./_check-row";
import { demandCountry } from "./_demand-country";
import type { Campaign } from "./_find-campaign";
import { rowTexts } from "./_row-text";
import { RowSums, toSample } from "./_summarize-rows";
import { turns } from "./_turns";
import type { CampaignSummary } from "./contract";
import { numberColumn } from "./inputs-contract";

const chunkSize = 1000;
/** How long nobody else begins the same check; each chunk begins it anew. */
export const checkLeaseSeconds = 15;

/** A draft that this check has claimed. */
export type Checking = Campaign & { checkId: string };

/**
 * Checks every row of a draft that was claimed, and stores what it finds. Gives way to the event loop all the time. False
 * if the draft was changed meanwhile, or another check has taken over: then nothing counts.
 */
export async function checkCampaign(campaign: Checking): Promise<boolean> {
  const place = campaign.mapping.indexOf(numberColumn);
  if (place < 0 || campaign.rows === 0) return finish(campaign, null);
  const country = demandCountry(campaign.defaultCountry);
  const texts = rowTexts(campaign);
  const hasText = campaign.body.trim() !== "";
  const sums = new RowSums(texts);
  const seen = new Map<string, number>();
  const turn = turns();
  // The database stores a chunk, and reads the next one, while this process looks at another.
  let stored = Promise.resolve(true);
  let next = readChunk(campaign, -1);
  for (;;) {
    const rows = await next;
    const isLast = rows.length < chunkSize;
    next = isLast ? next : ahead(readChunk(campaign, rows.at(-1)?.position ?? -1));
    const numbered = await turn.map(rows, (row) => readRowNumber(row, { place, country }));
    const isOptedOut = await optedOutOf(
      campaign,
      numbered.flatMap((each) => ("to" in each ? each.to : [])),
    );
    const verdicts = await turn.map(numbered, (each) => {
      const verdict = checkRow(each, { texts, hasText, seen, isOptedOut });
      if (campaign.test) verdict.checked.credits = 0;
      sums.add(verdict, each.row);
      return verdict.checked;
    });
    if (!(await stored)) return false;
    stored = ahead(storeVerdicts(campaign, verdicts));
    if (isLast) break;
  }
  if (!(await stored)) return false;
  return finish(campaign, sums.toSummary(await sampleAt(sums.middle, campaign)));
}

/** Awaited later: what fails meanwhile is thrown there, and not taken for what nobody awaits. */
function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

async function readChunk(campaign: CampaignRef, after: number): Promise<StoredRow[]> {
  return await db()
    .select({ position: campaignRows.position, cells: campaignRows.cells })
    .from(campaignRows)
    .where(and(isRowOf(campaign), gt(campaignRows.position, after)))
    .orderBy(asc(campaignRows.position))
    .limit(chunkSize);
}

async function optedOutOf({ accountId, from }: Campaign, numbers: string[]) {
  const input = numbers.map((to) => ({ to, from }));
  const isOptedOut = await findOptedOut({ actor: { accountId }, input });
  return (to: string) => isOptedOut({ to, from });
}

/** The verdicts count only as long as the campaign is what they are about; the same statement renews the lease. */
async function storeVerdicts(campaign: Checking, rows: CheckedRow[]): Promise<boolean> {
  const { accountId, id, revision, checkId } = campaign;
  // With both ends the planner, which knows nothing of new rows yet, reads these and not all of the campaign.
  const [from, to] = [rows[0]?.position ?? 0, rows.at(-1)?.position ?? 0];
  const [leased] = await db().execute(sql`
    with leased as (
      update ${campaigns} set checking_until = now() + ${checkLeaseSeconds} * interval '1 second'
      where account_id = ${accountId} and id = ${id} and status = 'draft'
        and revision = ${revision} and check_id = ${checkId}
      returning id
    ), written as (
      update ${campaignRows} r set state = v.state, detail = v.detail, recipient = v."to",
        country = v.country, segments = v.segments, credits = v.credits
      from leased, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(position int, state text,
        detail text, "to" text, country text, segments int, credits int)
      where r.account_id = ${accountId} and r.campaign_id = ${id} and r.position = v.position
        and r.position between ${from} and ${to}
        -- A new text leaves most verdicts as they were: what is written anew costs the most.
        and (r.state, r.detail, r.recipient, r.country, r.segments, r.credits) is distinct from
          (v.state, v.detail, v."to", v.country, v.segments, v.credits)
    ) select id from leased`);
  return leased !== undefined;
}

async function finish(campaign: Checking, summary: CampaignSummary | null): Promise<boolean> {
  const { revision, checkId } = campaign;
  const rows = await db()
    .update(campaigns)
    .set({ summary, checkedRevision: revision, checkId: null, checkingUntil: null })
    .where(
      and(
        isCampaign(campaign),
        sql`status = 'draft' and revision = ${revision} and check_id = ${checkId}`,
      ),
    )
    .returning({ id: campaigns.id });
  return rows.length > 0;
}

async function sampleAt(position: number | undefined, campaign: Campaign) {
  if (position === undefined) return undefined;
  const [row] = await db()
    .select()
    .from(campaignRows)
    .where(and(isRowOf(campaign), sql`position = ${position}`));
  const rendered = row && rowTexts(campaign).render(row.cells);
  return row && rendered && "text" in rendered ? toSample(row, rendered.text) : undefined;
}
