import type { Tx } from "../core/db";
import { collectOwed } from "./_collect-owed";
import { recordMovement } from "./_record-movement";

interface TopUp {
  accountId: string;
  /** Also the ID of the ledger transaction: the database rejects a second one for the same payment. */
  paymentId: string;
  credits: number;
}

/**
 * Credits a payment, in the database transaction that records it. What the account owes for refunded payments is
 * paid from it. Returns the new balance.
 */
export async function topUpCredits(
  { accountId, paymentId, credits }: TopUp,
  tx: Tx,
): Promise<number> {
  const after = await recordMovement(
    {
      accountId,
      id: paymentId,
      kind: "topup",
      gain: credits,
      against: "paid",
      note: "Paid online",
    },
    tx,
  );
  return collectOwed({ accountId, ...after }, tx);
}
