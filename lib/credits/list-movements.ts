import { and, desc, eq } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import { db } from "../core/db";

export interface CreditMovement {
  id: string;
  kind: "grant" | "charge" | "refund";
  note: string | null;
  /** Credits gained; negative when they were spent. */
  amount: number;
  at: Date;
}

/** The newest movements of an account's credits, newest first. */
export async function listMovements(accountId: string, limit: number): Promise<CreditMovement[]> {
  return db()
    .select({
      id: ledgerTransactions.id,
      kind: ledgerTransactions.kind,
      note: ledgerTransactions.note,
      amount: ledgerEntries.amount,
      at: ledgerTransactions.createdAt,
    })
    .from(ledgerTransactions)
    .innerJoin(
      ledgerEntries,
      and(
        eq(ledgerEntries.accountId, ledgerTransactions.accountId),
        eq(ledgerEntries.transactionId, ledgerTransactions.id),
        eq(ledgerEntries.ledger, "customer"),
      ),
    )
    .where(eq(ledgerTransactions.accountId, accountId))
    .orderBy(desc(ledgerTransactions.id))
    .limit(limit);
}
