import { and, asc, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { accountSentences } from "./sentences";

/** The account that has administered the installation the longest. Throws not_found. */
export async function findAdministrator(): Promise<string> {
  const [account] = await db()
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.admin, true), eq(accounts.status, "active")))
    .orderBy(asc(accounts.createdAt))
    .limit(1);
  if (!account) throw new AppError("not_found", accountSentences.noAdministrator);
  return account.id;
}
