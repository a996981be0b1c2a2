import { type SQL, sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { holdMessages } from "../messages/hold-messages";
import { releaseMessages } from "../messages/release-messages";
import type { Campaign } from "./_find-campaign";
import { quietUntil } from "./_quiet-hours";

/** Of a campaign's countries, those where it is quiet now, the others, and when the first of the quiet ones wakes. */
export function divideCountries(
  { countries, quietFrom, quietUntil: quietEnd }: Campaign,
  now: Date,
): { quiet: string[]; awake: string[]; until: Date | undefined } {
  if (quietFrom === null || quietEnd === null) {
    return { quiet: [], awake: countries, until: undefined };
  }
  const hours = { from: quietFrom, until: quietEnd };
  const ends = countries.map((country) => ({ country, until: quietUntil(country, hours, now) }));
  const times = ends.flatMap(({ until }) => until?.getTime() ?? []);
  return {
    quiet: ends.flatMap(({ country, until }) => (until ? country : [])),
    awake: ends.flatMap(({ country, until }) => (until ? [] : country)),
    until: times.length > 0 ? new Date(Math.min(...times)) : undefined,
  };
}

/**
 * Holds the queued messages of a running campaign to countries where it is quiet by now, as after trouble with a carrier,
 * and releases those to countries where it is no longer. Returns the IDs.
 */
export async function keepQuiet(campaign: Campaign, now: Date, tx: Tx): Promise<string[]> {
  const send = { accountId: campaign.accountId, sendId: campaign.id };
  const { quiet } = divideCountries(campaign, now);
  if (quiet.length === 0) return releaseMessages(send, tx);
  const toQuiet = goesTo(quiet);
  const held = await holdMessages({ ...send, which: toQuiet }, "quiet_hours", tx);
  const released = await releaseMessages({ ...send, which: sql`not ${toQuiet}` }, tx);
  return [...held, ...released];
}

function goesTo(countries: string[]): SQL {
  return sql`exists (select 1 from ${campaignRows} where ${campaignRows.accountId} = ${messages.accountId}
    and ${campaignRows.messageId} = ${messages.id} and ${anyOf(campaignRows.country, countries)})`;
}
