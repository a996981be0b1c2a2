import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";

/** Credits an account has right now. Throws not_found. */
export async function getBalance(accountId: string): Promise<number> {
  const [account] = await db()
    .select({ credits: accounts.credits })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account) throw new AppError("not_found", "Account not found.");
  return account.credits;
}
