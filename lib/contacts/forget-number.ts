import { and, eq } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import type { Tx } from "../core/db";
import { lockContacts } from "./_store-contacts";

interface Wanted {
  accountId: string;
  number: string;
}

/** Erases the contact of a number with its place in groups, and returns whether there was one. */
export async function forgetNumber({ accountId, number }: Wanted, tx: Tx): Promise<boolean> {
  await lockContacts(accountId, tx);
  const [gone] = await tx
    .delete(contacts)
    .where(and(eq(contacts.accountId, accountId), eq(contacts.number, number)))
    .returning({ id: contacts.id });
  if (!gone) return false;
  await tx
    .delete(contactGroupMembers)
    .where(
      and(eq(contactGroupMembers.accountId, accountId), eq(contactGroupMembers.contactId, gone.id)),
    );
  return true;
}
