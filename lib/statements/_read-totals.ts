import { sql } from "drizzle-orm";
import { ledgerTotals } from "@/drizzle/schema/credits";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import type { MovementKind } from "../credits/contract";

/** What an account gained in a month, by type of transaction; negative where credits were spent or taken back. */
export type Totals = Record<MovementKind, number>;

export interface Ledger {
  /** The database's time. */
  now: Date;
  /** The months with transactions, such as "2026-05". */
  months: Map<string, Totals>;
}

/** The totals of an account's ledger by month and type: five rows a month, whatever number of messages it sent. */
export async function readTotals(accountId: string, tx: Tx): Promise<Ledger> {
  const now = await databaseNow(tx);
  const rows = await tx.execute<{ month: string; kind: MovementKind; credits: string }>(sql`
    select to_char(month, 'YYYY-MM') as month, kind, credits from ${ledgerTotals}
    where account_id = ${accountId} order by ledger_totals.month`);
  const months = new Map<string, Totals>();
  for (const { month, kind, credits } of rows) {
    const totals = months.get(month) ?? noTotals();
    totals[kind] += Number(credits);
    months.set(month, totals);
  }
  return { now, months };
}

export function noTotals(): Totals {
  return { grant: 0, topup: 0, charge: 0, refund: 0, reversal: 0 };
}

/** What an account gained in all; negative if it lost credits. */
export function sumOf(totals: Totals): number {
  return Object.values(totals).reduce((sum, each) => sum + each, 0);
}
