import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { recordMovement } from "./_record-movement";

interface Debtor {
  accountId: string;
  credits: number;
  owed: number;
  /** Shown beside the ledger transaction. */
  note?: string;
}

/**
 * Pays what an account owes for refunded payments from its balance, as far as that goes, and returns the
 * balance after it. The caller's transaction already holds the lock on the account's row.
 */
export async function collectOwed(debtor: Debtor, tx: Tx): Promise<number> {
  const { accountId, credits, owed, note = "Owed for a refunded payment" } = debtor;
  const paid = Math.min(credits, owed);
  if (paid === 0) return credits;
  await tx.execute(sql`update ${accounts} set owed = owed - ${paid} where id = ${accountId}`);
  const movement = { accountId, id: newId(), note } as const;
  const after = await recordMovement(
    { ...movement, kind: "reversal", gain: -paid, against: "paid" },
    tx,
  );
  return after.credits;
}
