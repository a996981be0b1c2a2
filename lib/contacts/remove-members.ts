import { and, eq, sql } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { holdGroup } from "./_find-group";
import { visibleContacts } from "./_visible-contacts";
import { MembersInput } from "./group-contract";
import { contactSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The group as on the wire, `grp_…`; `wanted` is a `MembersInput` that nobody has checked. */
  input: { groupId: string; wanted: unknown };
}

/**
 * Takes up to 10,000 contacts from a group and returns how many were in it; the contacts stay. Throws invalid_request,
 * not_found when the group is unknown or none of them is in it, and forbidden without `manage_contacts`.
 */
export async function removeMembers({ actor, input }: Wanted): Promise<number> {
  demandPermission(actor, "manage_contacts");
  const { contact_ids } = parseInput(MembersInput, input.wanted);
  const ids = contact_ids.flatMap((each) => parsePublicId("con", each) ?? []);
  const { id } = await holdGroup(actor, input.groupId, db());
  const { accountId, groupId, contactId } = contactGroupMembers;
  const visible = sql`exists (
    select 1 from ${contacts} where ${visibleContacts(actor)} and ${contacts.id} = ${contactId})`;
  const removed = await db()
    .delete(contactGroupMembers)
    .where(and(eq(accountId, actor.accountId), eq(groupId, id), anyOf(contactId, ids), visible))
    .returning({ contactId });
  if (removed.length === 0) throw new AppError("not_found", contactSentences.notAMember);
  return removed.length;
}
