import { and, eq } from "drizzle-orm";
import { contactGroups } from "@/drizzle/schema/contacts";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { countMembers } from "./_count-members";
import { demandLive, holdGroup, noSuchGroup, translateUsedName } from "./_find-group";
import { toGroupView } from "./_group-view";
import { GroupInput, type GroupView } from "./group-contract";

interface Wanted {
  actor: Actor;
  /** The group as on the wire, `grp_…`; `wanted` is a `GroupInput` that nobody has checked. */
  input: { groupId: string; wanted: unknown };
}

/**
 * Gives a group another name. Throws invalid_request, not_found, conflict when the name is used, and forbidden for a
 * test token or without `manage_contacts`.
 */
export async function renameGroup({ actor, input }: Wanted): Promise<GroupView> {
  demandPermission(actor, "manage_contacts");
  const { accountId } = actor;
  const { id } = await holdGroup(actor, input.groupId, db());
  demandLive(actor);
  const { name } = parseInput(GroupInput, input.wanted);
  try {
    const row = await db().transaction(async (tx) => {
      const { name: former } = await holdGroup(actor, input.groupId, tx);
      const [renamed] = await tx
        .update(contactGroups)
        .set({ name })
        .where(and(eq(contactGroups.accountId, accountId), eq(contactGroups.id, id)))
        .returning();
      if (!renamed) throw noSuchGroup();
      const target = { id: publicId("grp", id), name };
      const change = { before: { name: former }, after: { name } };
      await recordActivity({ actor, action: "group.renamed", target, ...change }, tx);
      return renamed;
    });
    return toGroupView(row, (await countMembers(actor, [id], db())).get(id) ?? 0);
  } catch (error) {
    throw translateUsedName(error);
  }
}
