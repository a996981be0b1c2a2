import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { listOf } from "../costs/read-months";
import { noTotals, readTotals, sumOf } from "./_read-totals";

export interface StatementSummary {
  /** A calendar month in UTC, such as "2026-05". */
  month: string;
  opening: number;
  /** Credits granted and bought, less those taken back. */
  gained: number;
  /** Credits charged for messages, less those refunded. */
  spent: number;
  closing: number;
}

/** As many months as an account can ask for at once: twenty years. */
const maxMonths = 240;

/**
 * The months that an account has a statement for, newest first: from its first transaction to the current month. Costs the same
 * for any number of messages. Throws forbidden without `read_credits`.
 */
export async function listStatements({ actor }: { actor: Actor }): Promise<StatementSummary[]> {
  demandPermission(actor, "read_credits");
  const { now, months } = await readTotals(actor.accountId, db());
  const current = now.toISOString().slice(0, 7);
  const first = [...months.keys()][0] ?? current;
  let balance = 0;
  const summaries = listOf({ from: first, to: current }).map((month) => {
    const totals = months.get(month) ?? noTotals();
    const opening = balance;
    balance += sumOf(totals);
    const gained = totals.grant + totals.topup + totals.reversal;
    return { month, opening, gained, spent: -(totals.charge + totals.refund), closing: balance };
  });
  return summaries.reverse().slice(0, maxMonths);
}
