import type { Tx } from "../core/db";
import type { Admission } from "./_admission";
import { admissionStatements } from "./_admission-statement";
import { type Stored, storeAccounts } from "./_store-accounts";

const statements = admissionStatements("one");

/**
 * Charges an account for a batch and stores it, all in one statement and one round trip, once the account's row is free.
 * As `storeAccounts`.
 */
export async function storeMessages(
  accountId: string,
  admissions: Admission[],
  tx: Tx,
): Promise<Stored> {
  const [stored = "refused"] = await storeAccounts(
    { batches: [{ accountId, admissions }], statements },
    tx,
  );
  return stored;
}
