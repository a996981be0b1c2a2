import { and, eq, sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { type Actor, demandPermission } from "../core/actor";
import { invalidFields } from "../core/invalid-fields";
import { readInTurn } from "../core/limits/read-in-turn";
import { findCampaign } from "./_find-campaign";
import { readRows, rowStatus } from "./_read-rows";
import type { RowView } from "./contract";
import type { ListRowsQuery } from "./inputs-contract";
import { campaignSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The campaign as on the wire, `cmp_…`. */
  input: ListRowsQuery & { campaignId: string };
}

/**
 * The rows of a campaign in their order, by what the check says or what became of them; `nextCursor` is null at the end.
 * Throws invalid_request, not_found, and forbidden without `read_messages`.
 */
export async function listRows({ actor, input }: Wanted): Promise<{
  data: RowView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_messages");
  const { campaignId, state, status, limit, cursor } = input;
  const after = cursor === undefined ? -1 : readCursor(cursor);
  const campaign = await findCampaign(actor, campaignId);
  const filter = and(
    state && eq(campaignRows.state, state),
    status && sql`${rowStatus} = ${status}`,
  );
  return readInTurn(actor.accountId, async () => {
    const rows = await readRows({ campaign, after, limit: limit + 1, filter });
    const data = rows.slice(0, limit);
    const last = rows.length > limit ? data.at(-1) : undefined;
    return { data, nextCursor: last ? String(last.row) : null };
  });
}

function readCursor(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw invalidFields({ cursor: [campaignSentences.wrongCursor] });
}
