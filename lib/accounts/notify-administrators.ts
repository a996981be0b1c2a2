import { and, asc, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import { notifyOwners } from "./notify-owners";

/** An installation has a few; whatever the table says, an alarm mails no crowd. */
const maxAccounts = 20;

/** Mails the owners of the accounts that administer the installation, each in their language. Returns the number of accounts. */
export async function notifyAdministrators(letter: Words<MailContent>): Promise<number> {
  const administrators = await db()
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.admin, true), eq(accounts.status, "active")))
    .orderBy(asc(accounts.createdAt))
    .limit(maxAccounts);
  await Promise.all(administrators.map(({ id }) => notifyOwners(id, letter)));
  return administrators.length;
}
