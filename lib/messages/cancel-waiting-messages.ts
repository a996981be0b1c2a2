import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { publishChange } from "../queue/notice";
import { cancelUnsent } from "./cancel-unsent";

const batchSize = 500;

/**
 * Cancels everything a closed account has waiting that no carrier may have, with its credits back; what is
 * under way goes on, and so does everything of an account that was taken back meanwhile. Returns how many.
 */
export async function cancelWaitingMessages(accountId: string): Promise<number> {
  // In the same statement: what it sees of a closed account was accepted before it was taken back.
  const which = sql`exists (select 1 from ${accounts} where id = ${accountId} and erase_after is not null)`;
  let cancelled = 0;
  for (;;) {
    const ids = await db().transaction((tx) =>
      cancelUnsent({ accountId, which, source: "panel", limit: batchSize }, tx),
    );
    publishChange(accountId, ids);
    cancelled += ids.length;
    if (ids.length < batchSize) return cancelled;
  }
}
