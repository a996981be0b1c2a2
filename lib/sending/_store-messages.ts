import type { Tx } from "../core/db";
import type { Admission } from "./_admission";
import { type Stored, storeBatches } from "./_store-batches";

/**
 * Charges an account for a batch and stores it, all in one statement and one round trip, when the account's row is free.
 * As `storeBatches`.
 */
export async function storeMessages(
  accountId: string,
  admissions: Admission[],
  tx: Tx,
): Promise<Stored> {
  const [stored = "refused"] = await storeBatches([{ accountId, admissions }], { tx, waits: true });
  return stored;
}
