import { db } from "../core/db";
import { isSharded } from "../core/is-sharded";
import { codeOf } from "../core/to-app-error";
import type { Part, PartOutcome } from "../queue/shared-batch";
import type { Admission, Admitted } from "./_admission";
import { admitBatch, finishBatch, isUsual } from "./_admit-batch";
import type { Stored } from "./_store-accounts";
import { storeBatches } from "./_store-batches";

/**
 * SQLSTATE classes of what one row can do to a whole statement, which is undone then: data, constraints, deadlocks; and
 * the code of a wait for what somebody else has locked.
 */
const undoneByRow = /^(22|23|40|55P03$)/;

/**
 * Stores what several accounts send at the same moment in one commit; on shards, which have no such commit, each account by
 * itself. What the commit cannot take of an account goes on by itself, and nobody waits for it: its outcome is a promise.
 * Resolves after COMMIT only.
 */
export async function admitBatches(parts: Part<Admission>[]): Promise<PartOutcome<Admitted>[]> {
  const together = (await isSharded()) ? [] : parts.filter(({ items }) => isUsual(items));
  const stored = await storeTogether(together);
  return parts.map((part) => {
    const { key: accountId, items } = part;
    // What one statement cannot do is not stored yet, and may have to wait for its account just as well.
    const each = stored.get(part) ?? "locked";
    return each === "locked" ? admitBatch(accountId, items) : finishBatch(accountId, items, each);
  });
}

async function storeTogether(parts: Part<Admission>[]): Promise<Map<Part<Admission>, Stored>> {
  if (parts.length === 0) return new Map();
  const batches = parts.map(({ key, items }) => ({ accountId: key, admissions: items }));
  try {
    const stored = await storeBatches(batches, db());
    return new Map(parts.map((part, place) => [part, stored[place] ?? "refused"]));
  } catch (error) {
    if (!undoneByRow.test(codeOf(error))) throw error;
    // Whoever's row it was fails alone.
    return new Map(parts.map((part) => [part, "locked"]));
  }
}
