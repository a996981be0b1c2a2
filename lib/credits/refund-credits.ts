import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { collectOwed } from "./_collect-owed";
import { recordMovement } from "./_record-movement";

interface Refund {
  accountId: string;
  credits: number;
  note: string;
  /** Of the ledger transaction, for what names it already. */
  id?: string;
}

/**
 * Refunds messages that never reached a carrier and returns the ID of the ledger transaction, which each of them
 * names. What the account owes for refunded payments is paid from it.
 */
export async function refundCredits(
  { accountId, credits, note, id = newId() }: Refund,
  tx: Tx,
): Promise<string> {
  const after = await recordMovement(
    { accountId, id, kind: "refund", gain: credits, against: "refunded", note },
    tx,
  );
  await collectOwed({ accountId, ...after }, tx);
  return id;
}
