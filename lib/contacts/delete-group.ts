import { and, eq } from "drizzle-orm";
import { contactGroupMembers, contactGroups } from "@/drizzle/schema/contacts";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { demandLive, holdGroup } from "./_find-group";

interface Wanted {
  actor: Actor;
  /** As on the wire, `grp_…`. */
  input: { groupId: string };
}

/**
 * Deletes a group; its contacts stay. Throws not_found, and forbidden for a test token or without `manage_contacts`.
 */
export async function deleteGroup({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_contacts");
  const { accountId } = actor;
  await db().transaction(async (tx) => {
    const { id, name } = await holdGroup(actor, input.groupId, tx);
    demandLive(actor);
    await tx
      .delete(contactGroups)
      .where(and(eq(contactGroups.accountId, accountId), eq(contactGroups.id, id)));
    const { accountId: account, groupId } = contactGroupMembers;
    await tx.delete(contactGroupMembers).where(and(eq(account, accountId), eq(groupId, id)));
    const target = { id: publicId("grp", id), name };
    await recordActivity({ actor, action: "group.deleted", target }, tx);
  });
}
