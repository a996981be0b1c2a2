import { and, asc, eq, sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { hasLinks, splitLinks } from "../links/split-links";
import type { AcceptedMessage } from "../messages/contract";
import { sendMessage } from "../sending/send-message";
import { isRowOf } from "./_campaign-ref";
import { type Campaign, findCampaign } from "./_find-campaign";
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
  const body = row && writtenText(campaign, row.cells);
  if (body === undefined) throw new AppError("conflict", campaignSentences.noSample);
  const wire = {
    ...{ from: campaign.from, to: input.to, body },
    store_body: campaign.bodyStorage === null,
    short_links: hasLinks(campaign.body),
  };
  const { accepted } = await sendMessage({ actor, input: { ...wire, idempotency_key: input.key } });
  return accepted;
}

/** The text of a row with its links as they are written; undefined where it has none, or a value would become a link. */
function writtenText(campaign: Campaign, cells: readonly string[]): string | undefined {
  const texts = rowTexts(campaign);
  const rendered = texts.render(cells, []);
  if (!("text" in rendered)) return undefined;
  if (texts.targets.length === 0) return rendered.text;
  const links = splitLinks(rendered.text).filter((part) => typeof part !== "string");
  return links.length === texts.targets.length ? rendered.text : undefined;
}
