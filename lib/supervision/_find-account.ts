import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";

/** The row of an account. Throws not_found. */
export async function findAccount(accountId: string): Promise<typeof accounts.$inferSelect> {
  const [account] = await db().select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new AppError("not_found", coreSentences.accountNotFound);
  return account;
}
