import { sql } from "drizzle-orm";
import { ledgerTotals } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

export interface SpentMonth {
  /** A calendar month in UTC, such as "2026-05". */
  month: string;
  /** Credits charged for messages in it, minus those refunded in it; below 0 if more was refunded. */
  credits: number;
}

interface Wanted {
  actor: Actor;
  input: { limit: number };
}

/** What an account spent in each month with spending, newest first. Throws forbidden without `read_credits`. */
export async function listMonths({ actor, input }: Wanted): Promise<SpentMonth[]> {
  demandPermission(actor, "read_credits");
  const rows = await db().execute<{ month: string; credits: string }>(sql`
    select to_char(month, 'YYYY-MM') as month, -sum(credits) as credits
    from ${ledgerTotals} where account_id = ${actor.accountId} and kind in ('charge', 'refund')
    group by 1 order by 1 desc limit ${input.limit}`);
  return rows.map(({ month, credits }) => ({ month, credits: Number(credits) }));
}
