import { and, eq, gt } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { holdGroup } from "./_find-group";
import { visibleContacts } from "./_visible-contacts";

const pageSize = 1000;

/** Somebody in a group, as far as a message to them needs it. */
export interface Member {
  number: string;
  fields: Record<string, string>;
}

interface Wanted {
  actor: Actor;
  /** As on the wire, `grp_…`. */
  input: { groupId: string };
}

/**
 * Everybody in a group, read in pages of 1,000 as they are taken; for a test token, test numbers only. The first step
 * throws not_found, and forbidden without `send_messages`.
 */
export async function* membersOf({ actor, input }: Wanted): AsyncGenerator<Member, undefined> {
  demandPermission(actor, "send_messages");
  const { id } = await holdGroup(actor, input.groupId, db());
  const { accountId, groupId, contactId } = contactGroupMembers;
  let last: string | undefined;
  do {
    const page = await db()
      .select({ id: contacts.id, number: contacts.number, fields: contacts.fields })
      .from(contactGroupMembers)
      .innerJoin(contacts, and(visibleContacts(actor), eq(contacts.id, contactId)))
      .where(
        and(
          eq(accountId, actor.accountId),
          eq(groupId, id),
          last === undefined ? undefined : gt(contactId, last),
        ),
      )
      .orderBy(contactId)
      .limit(pageSize);
    for (const { number, fields } of page) yield { number, fields };
    last = page.length === pageSize ? page.at(-1)?.id : undefined;
  } while (last !== undefined);
}
