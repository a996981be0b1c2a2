import { sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import type { Tx } from "../core/db";
import { appUrl } from "../core/env";
import { refundCredits } from "../credits/refund-credits";
import type { MessageLink } from "../links/contract";
import { freeCodes } from "../links/free-codes";
import { shortUrl } from "../links/short-url";
import { storeCampaignLinks } from "../links/store-campaign-links";
import { defaultValiditySeconds } from "../messages/contract";
import { insertMessagesClause } from "../messages/insert-messages-clause";
import { type NewMessageRow, newRowsClause } from "../messages/new-rows-clause";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { quoteMessage } from "../pricing/quote-message";
import { newMessageRow } from "../sending/new-message-row";
import { isWaiting } from "./_campaign-ref";
import type { Campaign } from "./_find-campaign";
import { rowTexts } from "./_row-text";

/** A row whose message is to be stored. */
interface ReadyRow extends Record<string, unknown> {
  position: number;
  cells: string[];
  to: string;
  segments: number;
  credits: number;
  client_ref: string | null;
}

interface Chunk {
  campaign: Campaign;
  limit: number;
  /** The countries whose people get theirs now; null for all. */
  countries: string[] | null;
}

/**
 * Stores the messages of the next rows of a campaign that the transaction has locked, and writes each on its row: both or
 * neither. Who opted out since the check is refused, with the credits back. Returns the IDs, and how many rows it took.
 */
export async function storeChunk(
  { campaign, limit, countries }: Chunk,
  tx: Tx,
): Promise<{ ids: string[]; taken: number }> {
  const { accountId, from } = campaign;
  const rows = await pick({ campaign, limit, countries }, tx);
  if (rows.length === 0) return { ids: [], taken: 0 };
  const input = rows.map(({ to }) => ({ to, from }));
  const isOptedOut = await findOptedOut({ actor: { accountId }, input, tx });
  const refused = rows.filter(({ to }) => isOptedOut({ to, from }));
  const sendable = rows.filter(({ to }) => !isOptedOut({ to, from }));
  // Messages before credits: as in an admission, the account's row is locked last and for a short time.
  const ids = await insert(campaign, sendable, tx);
  await refuse(campaign, refused, tx);
  return { ids, taken: rows.length };
}

async function pick({ campaign, limit, countries }: Chunk, tx: Tx): Promise<ReadyRow[]> {
  const among =
    countries === null
      ? sql``
      : sql`and coalesce(country, '') = any(${`{${countries.map((each) => JSON.stringify(each)).join(",")}}`}::text[])`;
  const rows = await tx.execute<ReadyRow>(sql`
    select position, cells, recipient as "to", segments, credits, client_ref from ${campaignRows}
    where account_id = ${campaign.accountId} and campaign_id = ${campaign.id} and ${isWaiting} ${among}
    order by position limit ${limit}`);
  return [...rows];
}

async function insert(campaign: Campaign, rows: ReadyRow[], tx: Tx): Promise<string[]> {
  if (rows.length === 0) return [];
  const { accountId, chargeId } = campaign;
  const { stored, newLinks } = await writeMessages(campaign, rows, tx);
  // Those of test messages, which cost nothing, lead nowhere.
  const input = campaign.test ? [] : newLinks;
  await storeCampaignLinks({ accountId, sendId: campaign.id, input }, tx);
  const links = stored.map(({ id }, place) => ({ id, position: rows[place]?.position }));
  // With both ends the planner, which knows nothing of new rows yet, reads these and not all of the campaign.
  const [first, last] = [rows[0]?.position ?? 0, rows.at(-1)?.position ?? 0];
  const account = sql`${accountId}::uuid`;
  await tx.execute(sql`
    with payer as (select ${account} as account_id, ${chargeId}::uuid as charge_id), clock as (
      select date_trunc('milliseconds', now()) as now
    ), ${newRowsClause(JSON.stringify(stored))}, ${insertMessagesClause({ areKeyed: false, accountId: account })}
    update ${campaignRows} set message_id = link.id
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(id uuid, position int)
    where ${campaignRows.accountId} = ${accountId} and ${campaignRows.campaignId} = ${campaign.id}
      and ${campaignRows.position} = link.position
      and ${campaignRows.position} between ${first} and ${last}`);
  return stored.map(({ id }) => id);
}

/** The messages of some rows, each with links of its own. */
async function writeMessages(campaign: Campaign, rows: ReadyRow[], tx: Tx) {
  const texts = rowTexts(campaign);
  const { targets } = texts;
  const codes = await freeCodes(rows.length * targets.length, tx);
  const newLinks: MessageLink[] = [];
  const stored = rows.map((row) => {
    const own = targets.map((target) => ({ target, code: codes.pop() ?? "" }));
    const urls = own.map(({ code }) => shortUrl(appUrl(), code));
    const rendered = texts.render(row.cells, urls);
    const message = toMessage(campaign, row, "text" in rendered ? rendered.text : "");
    newLinks.push(...own.map((link) => ({ ...link, messageId: message.id })));
    return message;
  });
  return { stored, newLinks };
}

function toMessage(campaign: Campaign, row: ReadyRow, body: string): NewMessageRow {
  return newMessageRow({
    accountId: campaign.accountId,
    tokenId: campaign.tokenId,
    source: campaign.source,
    test: campaign.test,
    from: campaign.from,
    to: row.to,
    body,
    bodyStorage: campaign.bodyStorage,
    encoding: quoteMessage(body).encoding,
    // As they were charged.
    segments: row.segments,
    credits: row.credits,
    clientRef: row.client_ref,
    metadata: null,
    idempotencyKey: null,
    requestHash: null,
    sendId: campaign.id,
    priority: 1,
    scheduledAt: null,
    validitySeconds: defaultValiditySeconds,
  });
}

async function refuse(campaign: Campaign, rows: ReadyRow[], tx: Tx): Promise<void> {
  if (rows.length === 0) return;
  const { accountId, id } = campaign;
  const credits = rows.reduce((sum, row) => sum + row.credits, 0);
  const note = "Opted out before sending";
  const refundId = credits > 0 ? await refundCredits({ accountId, credits, note }, tx) : null;
  const positions = `{${rows.map(({ position }) => position).join(",")}}`;
  await tx.execute(sql`
    update ${campaignRows} set state = 'opted_out', ended = 'opted_out', refund_id = ${refundId}::uuid
    where account_id = ${accountId} and campaign_id = ${id} and position = any(${positions}::int[])`);
}
