import { type Actor, demandAdmin } from "../core/actor";
import { listUnmatched, type UnmatchedReceipt } from "../receipts/list-unmatched";

type ReceiptWithoutRaw = Omit<UnmatchedReceipt, "raw">;

/**
 * The newest receipts that match no message, without what else the carrier wrote in them. Throws forbidden unless the
 * actor is an administrator.
 */
export async function listUnmatchedReceipts({
  actor,
  input: { limit },
}: {
  actor: Actor;
  input: { limit: number };
}): Promise<ReceiptWithoutRaw[]> {
  demandAdmin(actor);
  const receipts = await listUnmatched(limit);
  return receipts.map(({ raw: _, ...receipt }) => receipt);
}
