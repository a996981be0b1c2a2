import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/**
 * The name of an account, whose people nobody else adds or changes until the transaction ends. Undefined if it is closed.
 */
export async function lockAccount(accountId: string, tx: Tx): Promise<string | undefined> {
  const [account] = await tx
    .select({ name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.eraseAfter)))
    .for("update");
  return account?.name;
}
