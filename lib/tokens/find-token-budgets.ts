import { and, eq, sql } from "drizzle-orm";
import { tokenSpending } from "@/drizzle/schema/tokens";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db, type Tx } from "../core/db";

type Limited = Pick<Actor, "accountId">;

/**
 * What tokens of an account may still spend today (UTC), by their IDs: those of these that have a limit. Nobody spends
 * meanwhile if the caller's transaction holds the account's row.
 */
export async function findTokenBudgets(
  actor: Limited,
  limits: ReadonlyMap<string, number>,
  tx: Tx = db(),
): Promise<Map<string, number>> {
  if (limits.size === 0) return new Map();
  const rows = await tx
    .select({
      tokenId: tokenSpending.tokenId,
      spent: sql<string>`case when day >= (now() at time zone 'UTC')::date then credits else 0 end`,
    })
    .from(tokenSpending)
    .where(
      and(
        eq(tokenSpending.accountId, actor.accountId),
        anyOf(tokenSpending.tokenId, [...limits.keys()]),
      ),
    );
  const spent = new Map(rows.map((row) => [row.tokenId, Number(row.spent)]));
  return new Map(
    [...limits].map(([tokenId, limit]) => [
      tokenId,
      Math.max(0, limit - (spent.get(tokenId) ?? limit)),
    ]),
  );
}
