import { and, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { openInSend } from "../messages/open-in-send";
import { counterOf } from "../metrics/registry";
import { publishChange } from "../queue/notice";
import { type CampaignRef, isCampaign } from "./_campaign-ref";
import type { Campaign } from "./_find-campaign";
import { divideCountries } from "./_keep-quiet";
import { storeChunk } from "./_store-chunk";
import { waitingCountries } from "./_waiting-countries";

/** Rows of one transaction: it holds the campaign, and whoever pauses it waits that long. */
const chunkSize = 500;
/** Messages of a campaign that wait in the queue at most. */
const maxQueued = 2000;
/** With a rate, what waits is at most that of so many seconds: it would leave at once after a trouble of the carrier. */
const queuedSeconds = 2;
/** What may be made up for of a time in which nothing was stored. */
const burstMs = 1000;

/**
 * Stores the next messages of a campaign, as many as its rate, the quiet hours, and its queue allow, unless another
 * worker is at it. Returns how many rows it took.
 */
export async function feedCampaign(ref: CampaignRef, now: Date): Promise<number> {
  const { ids, taken } = await db().transaction(async (tx) => {
    const campaign = await lock(ref, tx);
    return campaign ? feed(campaign, now, tx) : { ids: [], taken: 0 };
  });
  counterOf("depesza_messages_accepted_total").inc({ source: "campaign" }, ids.length);
  publishChange(ref.accountId, ids);
  return taken;
}

async function lock(ref: CampaignRef, tx: Tx): Promise<Campaign | undefined> {
  const [row] = await tx
    .select()
    .from(campaigns)
    .where(and(isCampaign(ref), sql`status = 'running'`))
    .for("update", { skipLocked: true });
  return row;
}

const nothing = { ids: [], taken: 0 };

async function feed(campaign: Campaign, now: Date, tx: Tx) {
  if (!(await isActive(campaign.accountId, tx))) {
    await explain(campaign, { waitReason: "account", waitUntil: null }, tx);
    return nothing;
  }
  const { awake, until } = divideCountries(campaign, now);
  // A network of no country has no clock.
  const countries = until ? [...awake, ""] : null;
  const limit = Math.min(chunkSize, await roomOf(campaign, tx), allowed(campaign, now));
  if (limit <= 0) return nothing;
  const stored = await storeChunk({ campaign, limit, countries }, tx);
  const isQuiet = stored.taken === 0 && until !== undefined;
  const heldUntil = isQuiet ? await wakesAt(campaign, now, tx) : undefined;
  await explain(
    campaign,
    {
      ...(heldUntil
        ? { waitReason: "quiet_hours", waitUntil: heldUntil }
        : { waitReason: null, waitUntil: null }),
      ...(stored.taken > 0 ? { nextAt: nextAt(campaign, stored.taken, now) } : {}),
    },
    tx,
  );
  return stored;
}

/** When the first of the countries wakes where somebody still waits; undefined where nobody waits for that. */
async function wakesAt(campaign: Campaign, now: Date, tx: Tx): Promise<Date | undefined> {
  const countries = await waitingCountries(campaign, tx);
  return divideCountries({ ...campaign, countries }, now).until;
}

async function isActive(accountId: string, tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ status: string }>(
    sql`select status from ${accounts} where id = ${accountId}`,
  );
  return row?.status === "active";
}

/** How many more messages of it may wait, beside those that are held for the quiet hours. */
async function roomOf({ accountId, id, rate }: Campaign, tx: Tx): Promise<number> {
  const max = rate === null ? maxQueued : Math.min(maxQueued, Math.max(1, rate * queuedSeconds));
  const [row] = await tx.execute<{ queued: number }>(sql`
    select count(*)::int as queued from (
      select 1 from ${messages} where account_id = ${accountId} and send_id = ${id}
        and ${openInSend} and status in ('scheduled', 'queued') and due_at < now() + interval '1 year' limit ${max}) as waiting`);
  return max - (row?.queued ?? 0);
}

/** How many its rate allows now. */
function allowed({ rate, nextAt: next }: Campaign, now: Date): number {
  if (rate === null) return chunkSize;
  const since = Math.max(next?.getTime() ?? now.getTime(), now.getTime() - burstMs);
  return Math.floor(((now.getTime() - since) * rate) / 1000) + (since <= now.getTime() ? 1 : 0);
}

/** When the next one may be stored after so many. */
function nextAt({ rate, nextAt: next }: Campaign, taken: number, now: Date): Date | null {
  if (rate === null) return null;
  const since = Math.max(next?.getTime() ?? now.getTime(), now.getTime() - burstMs);
  return new Date(since + (taken * 1000) / rate);
}

type Explanation = Partial<Pick<Campaign, "waitReason" | "waitUntil" | "nextAt">>;

/** Writes why nothing goes, or that something does; only what is new. */
async function explain(campaign: Campaign, said: Explanation, tx: Tx): Promise<void> {
  const isKnown =
    campaign.waitReason === (said.waitReason ?? null) &&
    campaign.waitUntil?.getTime() === said.waitUntil?.getTime() &&
    (said.nextAt ?? null) === null;
  if (!isKnown) await tx.update(campaigns).set(said).where(isCampaign(campaign));
}
