import { sql } from "drizzle-orm";
import { textSegments } from "@/drizzle/schema/text-index";
import type { Tx } from "../core/db";
import { lockSegments } from "./_lock-segments";

/**
 * Removes the signatures that messages of an account are part of, since their texts are erased: until the worker makes
 * them anew, a search reads these messages.
 */
export async function clearSignatures(
  { accountId, messageIds }: { accountId: string; messageIds: string[] },
  tx: Tx,
): Promise<void> {
  // Whoever is making one from what was read before stores it now, or waits and finds the texts changed.
  await lockSegments(accountId, tx);
  await tx.execute(sql`
    update ${textSegments} segment set positions = 0, bits = '' where account_id = ${accountId} and positions > 0 and exists (
      select 1 from unnest(${`{${messageIds.join(",")}}`}::uuid[]) as erased(id)
      where erased.id > segment.after_id and erased.id <= segment.last_id)`);
}
