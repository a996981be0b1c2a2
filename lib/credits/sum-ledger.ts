import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerTotals } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import type { MovementKind } from "./contract";

export interface LedgerSum {
  balance: number;
  /** Credits owed for refunded payments that the balance did not cover. */
  owed: number;
  /** All transactions ever, added up by type; a charge is negative. */
  byKind: Record<MovementKind, number>;
  /** The sum of all types: equal to the balance, or the ledger is wrong. */
  total: number;
  asOf: Date;
}

/**
 * The totals of an account's ledger beside its balance, both of one moment. They are kept with each transaction, so
 * reading them costs the same for any number of messages. Throws not_found, and forbidden without `read_credits`.
 */
export async function sumLedger({ actor }: { actor: Actor }): Promise<LedgerSum> {
  demandPermission(actor, "read_credits");
  const { accountId } = actor;
  const rows = await db().execute<{
    credits: string;
    owed: string;
    kind: MovementKind | null;
    sum: string | null;
    now: string;
  }>(sql`
    select a.credits, a.owed, t.kind, t.sum, date_trunc('milliseconds', now()) as now
    from ${accounts} a left join (
      select kind, sum(credits) as sum from ${ledgerTotals} where account_id = ${accountId} group by 1
    ) t on true
    where a.id = ${accountId}`);
  const [first] = rows;
  if (!first) throw new AppError("not_found", coreSentences.accountNotFound);
  const byKind: LedgerSum["byKind"] = { grant: 0, topup: 0, charge: 0, refund: 0, reversal: 0 };
  for (const { kind, sum } of rows) if (kind) byKind[kind] = Number(sum);
  const total = Object.values(byKind).reduce((all, each) => all + each, 0);
  const { credits, owed, now } = first;
  return { balance: Number(credits), owed: Number(owed), byKind, total, asOf: new Date(now) };
}
