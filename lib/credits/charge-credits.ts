import type { Tx } from "../core/db";
import { recordMovement } from "./_record-movement";

interface Charge {
  accountId: string;
  /** Names the movement on each message it pays for. */
  id: string;
  credits: number;
}

/** Takes credits for a batch of accepted messages; returns the new balance. */
export async function chargeCredits({ accountId, id, credits }: Charge, tx: Tx): Promise<number> {
  return recordMovement(
    { accountId, id, kind: "charge", gain: -credits, against: "spent", note: null },
    tx,
  );
}
