import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { findAccountByEmail } from "./find-account-by-email";

/** Lets the people of an account administer the installation, or no longer. Throws not_found. */
export async function makeAdmin(email: string, admin: boolean): Promise<void> {
  const { accountId } = await findAccountByEmail(email);
  await db().update(accounts).set({ admin }).where(eq(accounts.id, accountId));
}
