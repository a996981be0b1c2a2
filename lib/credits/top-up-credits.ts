import type { Tx } from "../core/db";
import { recordMovement } from "./_record-movement";

interface TopUp {
  accountId: string;
  /** The payment's id names the movement: a second one of the same payment is the database's refusal. */
  paymentId: string;
  credits: number;
}

/** Credits what was paid for, in the transaction that takes note of the payment. Returns the new balance. */
export async function topUpCredits(
  { accountId, paymentId, credits }: TopUp,
  tx: Tx,
): Promise<number> {
  return recordMovement(
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
}
