import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import { sendMail } from "../mail/send-mail";

/** Mails a user in their language, to their e-mail or to another address of theirs. Says whether it left, or will be tried again. */
export async function mailUser(
  userId: string,
  letter: Words<MailContent>,
  address?: string,
): Promise<boolean> {
  const [user] = await db().select().from(users).where(eq(users.id, userId));
  if (!user) return false;
  const language = user.language ?? "en";
  return sendMail({ ...letter[language], to: address ?? user.email, language });
}
