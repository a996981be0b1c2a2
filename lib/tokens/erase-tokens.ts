import { eq } from "drizzle-orm";
import { tokenHours, tokenSpending, tokens, tokenUses } from "@/drizzle/schema/tokens";
import type { Tx } from "../core/db";

/** Erases the tokens of an account, revoked ones too, with their counts. */
export async function eraseTokens(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(tokenHours).where(eq(tokenHours.accountId, accountId));
  await tx.delete(tokenSpending).where(eq(tokenSpending.accountId, accountId));
  await tx.delete(tokenUses).where(eq(tokenUses.accountId, accountId));
  await tx.delete(tokens).where(eq(tokens.accountId, accountId));
}
