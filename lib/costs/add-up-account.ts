import { db } from "../core/db";
import { addUpNext } from "./_add-up-next";

/**
 * Adds what the ledger recorded since to the costs of one account, a commit after the other, for so long. Returns whether
 * these were all.
 */
export async function addUpAccount(accountId: string, withinMs: number): Promise<boolean> {
  const endMs = performance.now() + withinMs;
  do {
    const added = await db().transaction((tx) => addUpNext(accountId, tx));
    if (added === 0) return true;
  } while (performance.now() < endMs);
  return false;
}
