import { and, eq, sql } from "drizzle-orm";
import { tokenSpending, tokens } from "@/drizzle/schema/tokens";
import type { Actor } from "../core/actor";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { findTokenBudgets } from "./find-token-budgets";

/**
 * Counts credits that the caller's transaction has charged to an account against the daily limit of the token that spends
 * them. Returns null, or what the token may still spend today if that is less; then nothing was counted.
 */
export async function spendFromToken(
  actor: Actor,
  credits: number,
  tx: Tx,
): Promise<{ available: number } | null> {
  if (actor.kind !== "token" || credits === 0) return null;
  const { accountId, tokenId } = actor;
  // Read anew: a limit may have been set since the request was authenticated.
  const [token] = await tx
    .select({ dailyLimit: tokens.dailyLimit })
    .from(tokens)
    .where(and(eq(tokens.accountId, accountId), eq(tokens.id, tokenId)));
  const dailyLimit = token?.dailyLimit ?? null;
  if (dailyLimit === null) return null;
  const today = (await databaseNow(tx)).toISOString().slice(0, 10);
  const [spent] = await tx.execute(sql`
    update ${tokenSpending} set day = greatest(day, ${today}::date),
      credits = case when day >= ${today}::date then credits else 0 end + ${credits}
    where account_id = ${accountId} and token_id = ${tokenId}
      and case when day >= ${today}::date then credits else 0 end + ${credits} <= ${dailyLimit}
    returning token_id`);
  if (spent) return null;
  const budgets = await findTokenBudgets(actor, new Map([[tokenId, dailyLimit]]), tx);
  return { available: budgets.get(tokenId) ?? 0 };
}
