import { and, eq, lte, sql } from "drizzle-orm";
import { accounts, suspensions, users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/** Erases the people of a closed account whose time has come, and its name; the row stays for the ledger. */
export async function eraseAccount(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(suspensions).where(eq(suspensions.accountId, accountId));
  await tx.delete(users).where(eq(users.accountId, accountId));
  await tx
    .update(accounts)
    .set({ status: "erased", name: "Erased account", closedAt: null, eraseAfter: null })
    .where(and(eq(accounts.id, accountId), lte(accounts.eraseAfter, sql`now()`)));
}
