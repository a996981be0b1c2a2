import { and } from "drizzle-orm";
import { contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { holdGroup } from "./_find-group";
import { joinGroups, lockContacts } from "./_store-contacts";
import { visibleContacts } from "./_visible-contacts";
import { type ChangedMembers, MembersInput } from "./group-contract";

interface Wanted {
  actor: Actor;
  /** The group as on the wire, `grp_…`; `wanted` is a `MembersInput` that nobody has checked. */
  input: { groupId: string; wanted: unknown };
}

/**
 * Adds up to 10,000 contacts to a group in one commit; one that is no contact is counted and left out. Throws
 * invalid_request, not_found, and forbidden without `manage_contacts`.
 */
export async function addMembers({ actor, input }: Wanted): Promise<ChangedMembers> {
  demandPermission(actor, "manage_contacts");
  const { contact_ids } = parseInput(MembersInput, input.wanted);
  const wanted = new Set(contact_ids);
  const ids = [...wanted].flatMap((each) => parsePublicId("con", each) ?? []);
  return db().transaction(async (tx) => {
    const { id } = await holdGroup(actor, input.groupId, tx);
    // So that no contact is deleted between being found and being added.
    await lockContacts(actor.accountId, tx);
    const known = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(visibleContacts(actor), anyOf(contacts.id, ids)));
    const contactIds = known.map((row) => row.id);
    const changed = await joinGroups(actor.accountId, { contactIds, groupIds: [id] }, tx);
    return {
      changed,
      unchanged: known.length - changed,
      unknown: wanted.size - known.length,
    };
  });
}
