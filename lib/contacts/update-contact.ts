import { and, eq, sql } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { toContactViews } from "./_contact-view";
import { holdGroups } from "./_find-group";
import { joinGroups, lockContacts, mergeFields } from "./_store-contacts";
import { demandNumber, noSuchContact, whichContact } from "./_visible-contacts";
import { type ContactView, maxFields, UpdateContactInput } from "./contract";
import { contactSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The contact as on the wire, `con_…`; `wanted` is an `UpdateContactInput` that nobody has checked. */
  input: { contactId: string; wanted: unknown };
}

/**
 * Changes a contact: `fields` are merged, `groups` replace the groups it is in, and what is left out stays. Throws
 * invalid_request, not_found, conflict when another contact has the number, and forbidden without `manage_contacts`.
 */
export async function updateContact({ actor, input }: Wanted): Promise<ContactView> {
  demandPermission(actor, "manage_contacts");
  const place = whichContact(actor, input.contactId);
  const { accountId } = actor;
  const { number, fields = {}, groups } = parseInput(UpdateContactInput, input.wanted);
  if (number !== undefined) demandNumber(actor, number);
  return db().transaction(async (tx) => {
    const groupIds = groups && (await holdGroups(actor, groups, tx));
    await lockContacts(accountId, tx);
    const [before] = await tx.select().from(contacts).where(place);
    if (!before) throw noSuchContact();
    if (number !== undefined && number !== before.number) await demandFree(accountId, number, tx);
    const merged = mergeFields(before.fields, fields);
    demandFew(merged);
    const rows = await tx
      .update(contacts)
      .set({ number: number ?? before.number, fields: merged, updatedAt: sql`now()` })
      .where(place)
      .returning();
    if (groupIds) await replaceGroups(accountId, { contactId: before.id, groupIds }, tx);
    const [view] = await toContactViews(accountId, rows, tx);
    if (!view) throw noSuchContact();
    return view;
  });
}

function demandFew(fields: object): void {
  if (Object.keys(fields).length <= maxFields) return;
  throw invalidFields({ fields: [contactSentences.manyFields({ max: maxFields })] });
}

async function demandFree(accountId: string, number: string, tx: Tx): Promise<void> {
  const [other] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.accountId, accountId), eq(contacts.number, number)));
  if (!other) return;
  throw new AppError("conflict", contactSentences.usedNumber);
}

async function replaceGroups(
  accountId: string,
  { contactId, groupIds }: { contactId: string; groupIds: string[] },
  tx: Tx,
): Promise<void> {
  const ofContact = and(
    eq(contactGroupMembers.accountId, accountId),
    eq(contactGroupMembers.contactId, contactId),
  );
  await tx.delete(contactGroupMembers).where(ofContact);
  await joinGroups(accountId, { contactIds: [contactId], groupIds }, tx);
}
