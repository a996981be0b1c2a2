import { sql } from "drizzle-orm";
import { spenderHours } from "@/drizzle/schema/traffic";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { keepSpenderHours } from "./_keep-spender-hours";

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

interface Row extends Record<string, unknown> {
  sender: string | null;
  token_id: string | null;
  by_sender: boolean;
  messages: string;
  credits: string;
}

interface Wanted {
  actor: Actor;
  /** A calendar month in UTC, such as "2026-05". */
  input: { month: string };
}

/**
 * Who spent an account's credits on live messages accepted in a month: the 50 senders and the 50 tokens that spent
 * most. Sums are kept by the hour, so a month is read once, and then what changed. Throws forbidden without `read_credits`.
 */
export async function sumSpenders({ actor, input }: Wanted): Promise<Spenders> {
  demandPermission(actor, "read_credits");
  const { accountId } = actor;
  const { month } = input;
  const from = new Date(`${month}-01T00:00:00Z`);
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1));
  await keepSpenderHours({ accountId, from, until });
  const rows = await db().execute<Row>(sql`
    select * from (
      select sender, token_id, grouping(sender) = 0 as by_sender, sum(spent) as messages, sum(credits) as credits,
        row_number() over (partition by grouping(sender) order by sum(credits) desc, sender, token_id) as place
      from ${spenderHours}
      where account_id = ${accountId} and hour >= ${from.toISOString()} and hour < ${until.toISOString()} and spent > 0
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
