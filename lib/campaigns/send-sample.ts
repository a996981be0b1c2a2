import { and, asc, eq, sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import type { AcceptedMessage } from "../messages/contract";
import { sendMessage } from "../sending/send-message";
import { isRowOf } from "./_campaign-ref";
import { findCampaign } from "./_find-campaign";
import { isTextHidden } from "./_is-text-hidden";
import { rowTexts } from "./_row-text";
import { campaignSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: {
    /** As on the wire, `cmp_…`. */
    campaignId: string;
    /** The number it goes to, which nobody has checked. */
    to: unknown;
    /** The row whose text it is; the first that is ready when left out. */
    row?: number | undefined;
    /** The idempotency key of the request, which nobody has checked. */
    key?: unknown;
  };
}

/**
 * Sends the text of one row to a number of one's own, as a message of its own. Throws not_found, conflict if no row is
 * ready, and what `sendMessage` does.
 */
export async function sendSample({ actor, input }: Wanted): Promise<AcceptedMessage> {
  demandPermission(actor, "send_messages");
  const campaign = await findCampaign(actor, input.campaignId);
  if (isTextHidden(campaign)) throw new AppError("conflict", campaignSentences.noSample);
  const [row] = await db()
    .select({ cells: campaignRows.cells })
    .from(campaignRows)
    .where(
      and(
        isRowOf(campaign),
        sql`state = 'ready'`,
        input.row === undefined ? undefined : eq(campaignRows.position, input.row),
      ),
    )
    .orderBy(asc(campaignRows.position))
    .limit(1);
  const rendered = row && rowTexts(campaign).render(row.cells);
  if (!rendered || !("text" in rendered)) {
    throw new AppError("conflict", campaignSentences.noSample);
  }
  const isStored = campaign.bodyStorage === null;
  const wire = { from: campaign.from, to: input.to, body: rendered.text, store_body: isStored };
  const { accepted } = await sendMessage({ actor, input: { ...wire, idempotency_key: input.key } });
  return accepted;
}
