import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { findAccountByEmail } from "./find-account-by-email";

/** Lets the people of an account administer the installation, or no longer. Throws not_found. */
export async function makeAdmin(email: string, admin: boolean): Promise<void> {
  const { accountId } = await findAccountByEmail(email);
  await db().transaction(async (tx) => {
    await tx.update(accounts).set({ admin }).where(eq(accounts.id, accountId));
    const actor = operatorOf(accountId);
    const action = admin ? "account.admin_granted" : "account.admin_revoked";
    await recordActivity({ actor, action, target: { name: email.trim().toLowerCase() } }, tx);
  });
}
