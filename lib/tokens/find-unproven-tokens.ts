import { sql } from "drizzle-orm";
import type { RememberedToken } from "../core/actor";
import type { Tx } from "../core/db";
import { rememberedKey } from "./remembered-key";
import { unprovenTokenClause } from "./unproven-token-clause";

/** Which of these tokens the database does not confirm, in the caller's transaction: one query for all of them. */
export async function findUnprovenTokens(
  remembered: readonly RememberedToken[],
  tx: Tx,
): Promise<(token: RememberedToken) => boolean> {
  if (remembered.length === 0) return () => false;
  const rows = await tx.execute<{ hash: string; version: number }>(sql`
    select hash, version
    from jsonb_to_recordset(${JSON.stringify(remembered)}::jsonb) as remembered(hash text, version int)
    where ${unprovenTokenClause()}`);
  const unproven = new Set(rows.map(rememberedKey));
  return (token) => unproven.has(rememberedKey(token));
}
