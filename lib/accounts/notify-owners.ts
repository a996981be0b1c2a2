import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Mail } from "../mail/mail";
import { sendMail } from "../mail/send-mail";

/** Mails everyone an account belongs to. Says whether all mails left; none that did not is tried again. */
export async function notifyOwners(accountId: string, letter: Omit<Mail, "to">): Promise<boolean> {
  const owners = await db()
    .select({ email: users.email })
    .from(users)
    .where(eq(users.accountId, accountId));
  const sent = await Promise.all(owners.map(({ email }) => sendMail({ to: email, ...letter })));
  return sent.every(Boolean);
}
