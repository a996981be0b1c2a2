import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { campaignSentences } from "./sentences";

/** Rows that an account may keep in campaigns that it never started: nobody paid for them. */
const max = 2_000_000;

/** Throws conflict if an account keeps as many rows of campaigns that were never started as it may. */
export async function demandFewRows(accountId: string, tx: Tx): Promise<void> {
  const [kept] = await tx.execute<{ rows: number }>(sql`
    select coalesce(sum(rows), 0)::int as rows from ${campaigns}
    where account_id = ${accountId} and people = 0 and status in ('draft', 'cancelled')`);
  if ((kept?.rows ?? 0) < max) return;
  throw new AppError("conflict", campaignSentences.tooManyKept({ max }));
}
