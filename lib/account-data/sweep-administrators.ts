import { eraseFormerAdministrators } from "../activity/erase-former-administrators";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { partsOfRows } from "../retention/kept";

/** Events of one commit. */
const batchSize = 500;
const dayMs = 86_400_000;

/**
 * Erases some of those who acted as administrators in other accounts long ago and are none any more. Returns how many
 * events named one, so that the worker comes back at once while there are more.
 */
export async function sweepAdministrators(): Promise<number> {
  const { forDays } = partsOfRows.activity_events.actor_label;
  return db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    const before = new Date(now.getTime() - forDays * dayMs);
    return eraseFormerAdministrators({ before, limit: batchSize }, tx);
  });
}
