import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { firstIdAt } from "../core/ids";

export interface Spender {
  messages: number;
  /** Credits charged and not refunded. */
  credits: number;
}

export interface Spenders {
  /** By sender, most credits first. */
  senders: (Spender & { sender: string })[];
  /** By API token; null for messages sent from the dashboard. */
  tokens: (Spender & { tokenId: string | null })[];
}

const maxRows = 50;
/** How far the clock behind an ID may be from the time beside it. */
const clockDriftMs = 3_600_000;

interface Row extends Record<string, unknown> {
  sender: string | null;
  token_id: string | null;
  by_sender: boolean;
  messages: string;
  credits: string;
}

/**
 * Who spent an account's credits on live messages accepted in a calendar month (UTC, "2026-05"): the 50 senders and
 * the 50 tokens that spent most. Reads the month's messages: about half a second for a million of them.
 */
export async function sumSpenders(accountId: string, month: string): Promise<Spenders> {
  const fromMs = Date.parse(`${month}-01T00:00:00Z`);
  const from = new Date(fromMs);
  const untilMs = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1);
  const rows = await db().execute<Row>(sql`
    select * from (
      select sender, token_id, grouping(sender) = 0 as by_sender, count(*) as messages, sum(credits) as credits,
        row_number() over (partition by grouping(sender) order by sum(credits) desc, sender, token_id) as place
      from ${messages}
      where account_id = ${accountId} and not test and refund_id is null
        and id >= ${firstIdAt(fromMs - clockDriftMs)}::uuid and id < ${firstIdAt(untilMs + clockDriftMs)}::uuid
        and created_at >= ${from.toISOString()} and created_at < ${new Date(untilMs).toISOString()}
      group by grouping sets ((sender), (token_id))
    ) ranked where place <= ${maxRows} order by place`);
  const sums = (row: Row) => ({ messages: Number(row.messages), credits: Number(row.credits) });
  return {
    senders: rows
      .filter((row) => row.by_sender)
      .map((row) => ({ sender: row.sender ?? "", ...sums(row) })),
    tokens: rows
      .filter((row) => !row.by_sender)
      .map((row) => ({ tokenId: row.token_id, ...sums(row) })),
  };
}
