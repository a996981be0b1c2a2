import { and, eq } from "drizzle-orm";
import { contactGroupMembers, type contacts } from "@/drizzle/schema/contacts";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { publicId } from "../core/ids";
import type { ContactView } from "./contract";

/** Rows in the words of the wire, with their groups by one query. */
export async function toContactViews(
  accountId: string,
  rows: readonly (typeof contacts.$inferSelect)[],
  tx: Tx,
): Promise<ContactView[]> {
  const groups = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
  if (rows.length > 0) {
    const members = await tx
      .select({ contactId: contactGroupMembers.contactId, groupId: contactGroupMembers.groupId })
      .from(contactGroupMembers)
      .where(
        and(
          eq(contactGroupMembers.accountId, accountId),
          anyOf(contactGroupMembers.contactId, [...groups.keys()]),
        ),
      )
      .orderBy(contactGroupMembers.groupId);
    for (const { contactId, groupId } of members) {
      groups.get(contactId)?.push(publicId("grp", groupId));
    }
  }
  return rows.map((row) => ({
    contact_id: publicId("con", row.id),
    number: row.number,
    fields: row.fields,
    groups: groups.get(row.id) ?? [],
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }));
}
