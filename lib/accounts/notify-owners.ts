import { and, eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { type Permission, permissions } from "../core/permissions";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import { mailUser } from "./mail-user";

/**
 * Mails the owners of an account, and with a permission everybody who has it, each in their language. Says whether all
 * mails left, or will be tried again.
 */
export async function notifyOwners(
  accountId: string,
  letter: Words<MailContent>,
  permission: Permission = "manage_account",
): Promise<boolean> {
  const owners = await db()
    .select({ id: users.id })
    .from(users)
    .where(
      and(eq(users.accountId, accountId), anyOf(users.role, [...permissions[permission].roles])),
    );
  const sent = await Promise.all(owners.map(({ id }) => mailUser(id, letter)));
  return sent.every(Boolean);
}
