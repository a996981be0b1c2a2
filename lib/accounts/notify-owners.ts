import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import { mailUser } from "./mail-user";

/** Mails everyone an account belongs to, each in their language. Says whether all mails left, or will be tried again. */
export async function notifyOwners(
  accountId: string,
  letter: Words<MailContent>,
): Promise<boolean> {
  const owners = await db()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.accountId, accountId));
  const sent = await Promise.all(owners.map(({ id }) => mailUser(id, letter)));
  return sent.every(Boolean);
}
