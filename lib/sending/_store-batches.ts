import type { Tx } from "../core/db";
import { admissionStatements } from "./_admission-statement";
import { type AccountBatch, type Stored, storeAccounts } from "./_store-accounts";

const statements = admissionStatements("several");

/**
 * Charges several accounts for their batches and stores them, all in one statement and one commit, as `storeAccounts`. It
 * waits for no account: one that somebody else has locked is `locked`. Only for a database without shards.
 */
export function storeBatches(batches: AccountBatch[], tx: Tx): Promise<Stored[]> {
  return storeAccounts({ batches, statements }, tx);
}
