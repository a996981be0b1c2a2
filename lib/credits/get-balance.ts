import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";

/** The current balance of the actor's account, which takes no scope. Throws not_found. */
export async function getBalance({ actor }: { actor: Actor }): Promise<number> {
  const [account] = await db()
    .select({ credits: accounts.credits })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId));
  if (!account) throw new AppError("not_found", coreSentences.accountNotFound);
  return account.credits;
}
