import { and, count, eq } from "drizzle-orm";
import { contactGroupMembers, contacts } from "@/drizzle/schema/contacts";
import type { Actor } from "../core/actor";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { visibleContacts } from "./_visible-contacts";

/** How many contacts are in each of these groups; for a test token, how many of test numbers. */
export async function countMembers(
  actor: Pick<Actor, "accountId" | "mode">,
  groupIds: string[],
  tx: Tx,
): Promise<Map<string, number>> {
  if (groupIds.length === 0) return new Map();
  const { accountId, groupId, contactId } = contactGroupMembers;
  const ofGroups = and(eq(accountId, actor.accountId), anyOf(groupId, groupIds));
  const counted = tx.select({ groupId, contacts: count() }).from(contactGroupMembers);
  const rows = await (actor.mode === "test"
    ? counted
        .innerJoin(contacts, and(visibleContacts(actor), eq(contacts.id, contactId)))
        .where(ofGroups)
        .groupBy(groupId)
    : counted.where(ofGroups).groupBy(groupId));
  return new Map(rows.map((row) => [row.groupId, row.contacts]));
}
