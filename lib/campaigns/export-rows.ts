import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { streamCsv } from "../core/stream-csv";
import { erasedMarker } from "../messages/erase-recipient";
import { findCampaign } from "./_find-campaign";
import { rowPages } from "./_read-rows";
import type { RowView } from "./contract";

interface Wanted {
  actor: Actor;
  input: {
    /** As on the wire, `cmp_…`. */
    campaignId: string;
    separator?: Separator;
  };
}

/**
 * All rows of a campaign as CSV, with the cells as they were uploaded and what became of each. The pages are read as the
 * stream is. Throws not_found, and forbidden without `read_messages`.
 */
export async function exportRows({
  actor,
  input: { campaignId, separator = "," },
}: Wanted): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "read_messages");
  const campaign = await findCampaign(actor, campaignId);
  const { columns } = campaign;
  return streamCsv({
    heading: ["row", ...columns, "recipient", "state", "detail", ...behind],
    pages: recordedPages({ actor, input: { file: "campaign", format: "csv" } }, rowPages(campaign)),
    toCells: (row) => [
      row.row,
      ...columns.map((_name, place) => row.cells[place] ?? ""),
      recipientOf(row),
      row.state,
      row.detail,
      ...behind.map((name) => row[name]),
    ],
    separator,
  });
}

/** Of somebody who was erased there is no number to put a plus before. */
function recipientOf({ to }: RowView): string {
  if (to === null || to === erasedMarker) return to ?? "";
  return `+${to}`;
}

const behind = [
  ...(["segments", "credits", "message_id", "status", "reason", "client_ref"] as const),
] satisfies (keyof RowView)[];
