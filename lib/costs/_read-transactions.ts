import { sql } from "drizzle-orm";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import type { Tx } from "../core/db";

/** A ledger transaction that messages were charged or refunded by, or one about other credits. */
export interface Transaction {
  id: string;
  number: number;
  kind: string;
  /** Credits charged or refunded, above zero. */
  credits: number;
  /** The day of the ledger, in UTC. */
  day: string;
}

/** At most so many transactions are added up in one commit, of about so many credits, or one of more. */
const maxTransactions = 2000;
const maxCredits = 50_000;

/** The next ledger transactions of an account after a number, in their order, as many as one commit adds up. */
export async function readTransactions(
  accountId: string,
  after: number,
  tx: Tx,
): Promise<Transaction[]> {
  const rows = await tx.execute<Record<keyof Transaction, string>>(sql`
    select id, number, kind, abs(gain) as credits, (created_at at time zone 'UTC')::date::text as day
    from ${ledgerTransactions} where account_id = ${accountId} and number > ${after}
    order by number limit ${maxTransactions}`);
  let sum = 0;
  const within = rows.findIndex(({ credits }) => {
    sum += Number(credits);
    return sum > maxCredits;
  });
  const taken = within < 0 ? rows.length : Math.max(1, within);
  return rows.slice(0, taken).map(({ id, number, kind, credits, day }) => {
    return { id, number: Number(number), kind, credits: Number(credits), day };
  });
}
