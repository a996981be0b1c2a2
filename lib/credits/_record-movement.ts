import { eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";

interface Movement {
  accountId: string;
  kind: "grant" | "charge" | "refund";
  /** Credits the customer gains; negative when they pay. */
  gain: number;
  against: "granted" | "spent" | "refunded";
  note: string | null;
}

/**
 * One movement of credits: the ledger's two legs and the cached balance, together. Statements go out
 * in one breath (the connection pipelines them). Throws not_found for a missing account.
 */
export async function recordMovement(
  { accountId, kind, gain, against, note }: Movement,
  tx: Tx,
): Promise<{ id: string; balance: number }> {
  const id = newId();
  const [updated] = await Promise.all([
    tx
      .update(accounts)
      .set({ credits: sql`${accounts.credits} + ${gain}` })
      .where(eq(accounts.id, accountId))
      .returning({ credits: accounts.credits }),
    tx.insert(ledgerTransactions).values({ accountId, id, kind, note }),
    tx.insert(ledgerEntries).values([
      { accountId, transactionId: id, ledger: "customer", amount: gain },
      { accountId, transactionId: id, ledger: against, amount: -gain },
    ]),
  ]);
  const [account] = updated;
  if (!account) throw new AppError("not_found", "There is no such account.");
  return { id, balance: account.credits };
}
