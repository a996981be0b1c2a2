import { sql } from "drizzle-orm";
import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { streamCsv } from "../core/stream-csv";
import { findCampaign } from "./_find-campaign";
import { rowPages } from "./_read-rows";
import { wordRow } from "./word-row";

interface Wanted {
  actor: Actor;
  input: {
    /** As on the wire, `cmp_…`. */
    campaignId: string;
    separator?: Separator;
  };
}

/**
 * The rows of a campaign that nothing is sent to, as CSV: their numbers, their cells as they were uploaded, and why, in
 * the actor's language. The pages are read as the stream is. Throws not_found, and forbidden without `read_messages`.
 */
export async function exportRejected({
  actor,
  input: { campaignId, separator = "," },
}: Wanted): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "read_messages");
  const campaign = await findCampaign(actor, campaignId);
  const { columns } = campaign;
  return streamCsv({
    heading: ["row", ...columns, "code", "reason"],
    pages: recordedPages(
      { actor, input: { file: "campaign_rejected", format: "csv" } },
      rowPages(campaign, sql`state not in ('ready', 'unchecked')`),
    ),
    toCells: (row) => [
      row.row,
      ...columns.map((_name, place) => row.cells[place] ?? ""),
      row.state,
      wordRow(row)?.in(actor.language),
    ],
    separator,
  });
}
