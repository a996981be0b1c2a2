import { type SQL, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { firstIdAt, madeAtMs } from "../core/ids";
import { countryOf } from "../numbers/country-of";
import { countryPrefix } from "./_country-prefix";

/** What of a ledger transaction one sender, token, campaign, and country have. */
export interface Spent {
  transactionId: string;
  sender: string;
  tokenId: string | null;
  campaignId: string | null;
  country: string;
  messages: number;
  credits: number;
}

interface Row extends Record<string, unknown> {
  transaction_id: string;
  sender: string;
  token_id: string | null;
  campaign_id: string | null;
  /** One of the numbers, or the country itself. */
  sample: string | null;
  country: string | null;
  messages: string;
  credits: string;
}

interface Wanted {
  accountId: string;
  /** Ledger transactions. */
  ids: string[];
}

/** A charge gets its ID right after the messages it pays for: those of a campaign apart, they are found by their key. */
const togetherMs = 1000;

/** What was charged at once with the messages it paid for: all but the starts of campaigns. */
export async function findCharged({ accountId, ids }: Wanted, tx: Tx): Promise<Spent[]> {
  const stretches = stretchesOf(ids);
  const list = (end: keyof Stretch) => `{${stretches.map((each) => each[end]).join(",")}}`;
  // Between two stretches are other messages, such as those of tests. The offset keeps the planner from reading them, too:
  // each stretch is looked up by itself.
  const from = sql`unnest(${list("first")}::uuid[], ${list("last")}::uuid[]) as stretch(first, last)
    cross join lateral (
      select account_id, charge_id, sender, token_id, send_id, recipient, credits from ${messages}
      where account_id = ${accountId} and id >= stretch.first and id <= stretch.last offset 0
    ) m`;
  return sumMessages({ accountId, ids }, { column: sql`m.charge_id`, from }, tx);
}

/** What was refunded for messages. */
export function findRefunded(wanted: Wanted, tx: Tx): Promise<Spent[]> {
  return sumMessages(wanted, { column: sql`m.refund_id`, from: sql`${messages} m` }, tx);
}

/** IDs from the first to the last. */
interface Stretch {
  first: string;
  last: string;
}

/** Where the messages are that were charged by these transactions, as stretches of IDs that do not overlap. */
export function stretchesOf(ids: string[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const id of ids.toSorted()) {
    const first = firstIdAt(madeAtMs(id) - togetherMs);
    const before = stretches.at(-1);
    if (before && first <= before.last) before.last = id;
    else stretches.push({ first, last: id });
  }
  return stretches;
}

interface Which {
  column: SQL;
  from: SQL;
}

async function sumMessages(
  { accountId, ids }: Wanted,
  { column, from }: Which,
  tx: Tx,
): Promise<Spent[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<Row>(sql`
    select ${column} as transaction_id, m.sender, m.token_id, m.send_id as campaign_id,
      ${countryPrefix(sql`m.recipient`)} as prefix, min(m.recipient) as sample, null as country,
      count(*) as messages, sum(m.credits) as credits
    from ${from}
    where m.account_id = ${accountId} and ${column} = any(${`{${ids.join(",")}}`}::uuid[])
    group by 1, 2, 3, 4, 5`);
  return rows.map(toSpent);
}

/** What the starts of campaigns charged, for everybody they were for; and which of the transactions those are. */
export async function findReserved({ accountId, ids }: Wanted, tx: Tx): Promise<Spent[]> {
  if (ids.length === 0) return [];
  return sumRows(
    sql`c.account_id = ${accountId} and c.charge_id = any(${`{${ids.join(",")}}`}::uuid[]) and r.credits > 0
      and (r.state = 'ready' or r.ended is not null)`,
    { accountId, transaction: sql`c.charge_id` },
    tx,
  );
}

/** What was refunded for people of campaigns who got no message. */
export async function findLeftOut({ accountId, ids }: Wanted, tx: Tx): Promise<Spent[]> {
  if (ids.length === 0) return [];
  const list = `{${ids.join(",")}}`;
  return sumRows(
    sql`r.ended is not null and r.refund_id = any(${list}::uuid[])`,
    { accountId, transaction: sql`r.refund_id` },
    tx,
  );
}

async function sumRows(
  where: SQL,
  { accountId, transaction }: { accountId: string; transaction: SQL },
  tx: Tx,
): Promise<Spent[]> {
  const rows = await tx.execute<Row>(sql`
    select ${transaction} as transaction_id, c.sender, c.token_id, c.id as campaign_id,
      null as sample, r.country, count(*) as messages, sum(r.credits) as credits
    from ${campaigns} c join ${campaignRows} r on r.account_id = c.account_id and r.campaign_id = c.id
    where c.account_id = ${accountId} and r.account_id = ${accountId} and ${where}
    group by 1, 2, 3, 4, r.country`);
  return rows.map(toSpent);
}

function toSpent(row: Row): Spent {
  return {
    transactionId: row.transaction_id,
    sender: row.sender,
    tokenId: row.token_id,
    campaignId: row.campaign_id,
    country: row.country ?? (row.sample ? countryOf(row.sample) : null) ?? "",
    messages: Number(row.messages),
    credits: Number(row.credits),
  };
}
