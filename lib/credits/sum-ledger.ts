import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import type { MovementKind } from "./contract";

export interface LedgerSum {
  balance: number;
  /** All movements ever, added up by kind; a charge is negative. */
  byKind: Record<MovementKind, number>;
  /** The sum of all entries: equal to the balance, or something is badly wrong. */
  total: number;
  asOf: Date;
}

/** Adds up an account's whole ledger beside its balance, both of one moment. Throws not_found. */
export async function sumLedger(accountId: string): Promise<LedgerSum> {
  const rows = await db().execute<{
    credits: string;
    kind: MovementKind | null;
    sum: string | null;
    now: string;
  }>(sql`
    select a.credits, s.kind, s.sum, date_trunc('milliseconds', now()) as now
    from ${accounts} a left join (
      select t.kind, sum(e.amount) as sum
      from ${ledgerTransactions} t join ${ledgerEntries} e
        on e.account_id = t.account_id and e.transaction_id = t.id and e.ledger = 'customer'
      where t.account_id = ${accountId} group by t.kind
    ) s on true
    where a.id = ${accountId}`);
  const [first] = rows;
  if (!first) throw new AppError("not_found", "There is no such account.");
  const byKind: LedgerSum["byKind"] = { grant: 0, topup: 0, charge: 0, refund: 0 };
  for (const { kind, sum } of rows) if (kind) byKind[kind] = Number(sum);
  const total = Object.values(byKind).reduce((all, each) => all + each, 0);
  return { balance: Number(first.credits), byKind, total, asOf: new Date(first.now) };
}
