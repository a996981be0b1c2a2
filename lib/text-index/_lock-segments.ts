import { sql } from "drizzle-orm";
import type { Tx } from "../core/db";

/** Waits until nobody else stores or clears segments of an account, and keeps others waiting until the transaction ends. */
export async function lockSegments(accountId: string, tx: Tx): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`text_segments ${accountId}`}, 0))`,
  );
}
