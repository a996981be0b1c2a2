import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";

/** Credits an account has right now. Throws not_found. */
export async function getBalance(accountId: string): Promise<number> {
  const [account] = await db()
    .select({ credits: accounts.credits })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account) throw new AppError("not_found", coreSentences.accountNotFound);
  return account.credits;
}
