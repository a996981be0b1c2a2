import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { recordMovement } from "./_record-movement";

interface Refund {
  accountId: string;
  credits: number;
  note: string;
}

/** Gives back what messages cost that never reached a carrier; the id names the movement on each of them. */
export async function refundCredits({ accountId, credits, note }: Refund, tx: Tx): Promise<string> {
  const id = newId();
  await recordMovement(
    { accountId, id, kind: "refund", gain: credits, against: "refunded", note },
    tx,
  );
  return id;
}
