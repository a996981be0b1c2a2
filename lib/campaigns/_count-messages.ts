import { sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import type { CampaignRef } from "./_campaign-ref";

/** The figures of a campaign's messages, and of its people who got none. */
export interface Figures {
  statuses: Record<string, number>;
  handedOver: number;
  /** Accepted by a carrier in the last ten seconds. */
  recent: number;
  optedOut: number;
  notSent: number;
  givenBack: number;
}

/** Counts the messages of a campaign as they are now. */
export async function countMessages(
  { accountId, id }: CampaignRef,
  tx: Tx = db(),
): Promise<Figures> {
  const [sent, ended] = await Promise.all([
    tx.execute<{ status: string; n: number; handed: number; recent: number; refunded: number }>(sql`
      select status, count(*)::int as n,
        (count(*) filter (where offered_at is not null or sent_at is not null))::int as handed,
        (count(*) filter (where sent_at > now() - interval '10 seconds'))::int as recent,
        coalesce(sum(credits) filter (where refund_id is not null), 0)::int as refunded
      from ${messages} where account_id = ${accountId} and send_id = ${id} group by status`),
    tx.execute<{ ended: string; n: number; refunded: number }>(sql`
      select ended, count(*)::int as n,
        coalesce(sum(credits) filter (where refund_id is not null), 0)::int as refunded
      from ${campaignRows}
      where account_id = ${accountId} and campaign_id = ${id} and ended is not null group by ended`),
  ]);
  const endedAs = (how: string) => ended.find((each) => each.ended === how)?.n ?? 0;
  return {
    statuses: Object.fromEntries(sent.map(({ status, n }) => [status, n])),
    handedOver: sum(sent.map(({ handed }) => handed)),
    recent: sum(sent.map(({ recent }) => recent)),
    optedOut: endedAs("opted_out"),
    notSent: endedAs("not_sent"),
    givenBack: sum([...sent, ...ended].map(({ refunded }) => refunded)),
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
