import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { readDb } from "../core/db";
import { publicId } from "../core/ids";
import { countryOf } from "../numbers/country-of";
import { isRowOf } from "./_campaign-ref";
import type { Campaign } from "./_find-campaign";
import { isTextHidden } from "./_is-text-hidden";
import type { RowView } from "./contract";
import { numberColumn } from "./inputs-contract";

interface Page {
  campaign: Campaign;
  /** Only the rows behind this one. */
  after: number;
  limit: number;
  filter?: SQL | undefined;
}

/** What became of a row that has no message, in words that no status of a message has. */
export const rowStatus = sql<RowView["status"]>`case
  when ${campaignRows.messageId} is not null then ${messages.status}
  when ${campaignRows.ended} is not null then ${campaignRows.ended}
  when ${campaignRows.state} = 'ready' then 'waiting' end`;

/** The next rows of a campaign in their order, with their messages. */
export async function readRows({ campaign, after, limit, filter }: Page): Promise<RowView[]> {
  const rows = await readDb()
    .select({ row: campaignRows, status: rowStatus, reason: messages.reason })
    .from(campaignRows)
    .leftJoin(
      messages,
      and(eq(messages.accountId, campaignRows.accountId), eq(messages.id, campaignRows.messageId)),
    )
    .where(and(isRowOf(campaign), gt(campaignRows.position, after), filter))
    .orderBy(asc(campaignRows.position))
    .limit(limit);
  const { mapping } = campaign;
  // Together with the text, cells are what a message said; its number is no secret to who reads the log.
  const isHidden = isTextHidden(campaign);
  return rows.map(({ row, status, reason }) => ({
    row: row.position,
    cells: row.cells.map((cell, at) => (isHidden && mapping[at] !== numberColumn ? "" : cell)),
    to: row.to,
    country: row.country ?? (row.to && countryOf(row.to)),
    state: row.state,
    detail: row.detail,
    segments: row.segments,
    credits: row.credits,
    client_ref: row.clientRef,
    message_id: row.messageId && publicId("msg", row.messageId),
    status: campaign.people > 0 ? status : null,
    reason,
  }));
}

/** All rows of a campaign that match, page by page. */
export async function* rowPages(
  campaign: Campaign,
  filter?: SQL,
): AsyncGenerator<RowView[], undefined> {
  const limit = 1000;
  let after: number | undefined = -1;
  while (after !== undefined) {
    const rows: RowView[] = await readRows({ campaign, after, limit, filter });
    after = rows.length === limit ? rows.at(-1)?.row : undefined;
    if (rows.length > 0) yield rows;
  }
}
