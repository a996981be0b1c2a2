import type { Tx } from "../core/db";
import { recordMovement } from "./_record-movement";

/** Takes credits for a batch of accepted messages; the id names the movement on each of them. */
export async function chargeCredits(
  accountId: string,
  credits: number,
  tx: Tx,
): Promise<{ id: string; balance: number }> {
  return recordMovement(
    { accountId, kind: "charge", gain: -credits, against: "spent", note: null },
    tx,
  );
}
