import { eq } from "drizzle-orm";
import { contactGroupMembers, contactGroups, contacts } from "@/drizzle/schema/contacts";
import type { Tx } from "../core/db";

/** Erases the contacts and groups of an account. */
export async function eraseContacts(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(contactGroupMembers).where(eq(contactGroupMembers.accountId, accountId));
  await tx.delete(contactGroups).where(eq(contactGroups.accountId, accountId));
  await tx.delete(contacts).where(eq(contacts.accountId, accountId));
}
