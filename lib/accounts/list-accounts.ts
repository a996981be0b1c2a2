import { and, asc, eq } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

export interface AccountSummary {
  accountId: string;
  email: string;
  status: (typeof accounts.$inferSelect)["status"];
  credits: number;
  createdAt: Date;
}

/** Every account of the installation with the e-mail of the owner it has had the longest, oldest first. */
export async function listAccounts(): Promise<AccountSummary[]> {
  return db()
    .selectDistinctOn([accounts.id], {
      accountId: accounts.id,
      email: users.email,
      status: accounts.status,
      credits: accounts.credits,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .innerJoin(users, and(eq(users.accountId, accounts.id), eq(users.role, "owner")))
    .orderBy(asc(accounts.id), asc(users.id));
}
