import { and, eq } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { lockContacts } from "./_store-contacts";
import { noSuchContact, whichContact } from "./_visible-contacts";

interface Wanted {
  actor: Actor;
  /** As on the wire, `con_…`. */
  input: { contactId: string };
}

/**
 * Deletes a contact and takes it from its groups; messages to its number stay. Throws not_found, and forbidden without
 * the permission `manage_contacts`.
 */
export async function deleteContact({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_contacts");
  const place = whichContact(actor, input.contactId);
  const { accountId } = actor;
  await db().transaction(async (tx) => {
    await lockContacts(accountId, tx);
    const [gone] = await tx.delete(contacts).where(place).returning({ id: contacts.id });
    if (!gone) throw noSuchContact();
    await tx
      .delete(contactGroupMembers)
      .where(
        and(
          eq(contactGroupMembers.accountId, accountId),
          eq(contactGroupMembers.contactId, gone.id),
        ),
      );
    const target = { id: publicId("con", gone.id) };
    await recordActivity({ actor, action: "contact.deleted", target }, tx);
  });
}
