import { eq } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import type { AccountSummary } from "./list-accounts";

/** The account a person belongs to, for the administrator's commands. */
export async function findAccountByEmail(email: string): Promise<AccountSummary> {
  const wanted = email.trim().toLowerCase();
  const [account] = await db()
    .select({
      accountId: accounts.id,
      email: users.email,
      status: accounts.status,
      credits: accounts.credits,
      createdAt: accounts.createdAt,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(eq(users.email, wanted));
  if (!account) throw new AppError("not_found", coreSentences.noAccountWith({ email: wanted }));
  return account;
}
