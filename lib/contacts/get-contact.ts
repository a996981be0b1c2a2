import { contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { toContactViews } from "./_contact-view";
import { noSuchContact, whichContact } from "./_visible-contacts";
import type { ContactView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `con_…`. */
  input: { contactId: string };
}

/** One contact. A test token finds those of test numbers only. Throws not_found, and forbidden without `read_contacts`. */
export async function getContact({ actor, input }: Wanted): Promise<ContactView> {
  demandPermission(actor, "read_contacts");
  const rows = await db().select().from(contacts).where(whichContact(actor, input.contactId));
  const [view] = await toContactViews(actor.accountId, rows, db());
  if (!view) throw noSuchContact();
  return view;
}
