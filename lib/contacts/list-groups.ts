import { and, desc, eq, lt, type SQL } from "drizzle-orm";
import { contactGroups } from "@/drizzle/schema/contacts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { countMembers } from "./_count-members";
import { toGroupView } from "./_group-view";
import type { GroupView, ListGroupsQuery } from "./group-contract";
import { contactSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: ListGroupsQuery;
}

/**
 * The groups of the account with the number of contacts in each that the actor can see, newest first; `nextCursor` is
 * null at the end. Throws invalid_request for a cursor that is none, and forbidden without `read_contacts`.
 */
export async function listGroups({ actor, input }: Wanted): Promise<{
  data: GroupView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_contacts");
  const { limit, cursor } = input;
  const rows = await db()
    .select()
    .from(contactGroups)
    .where(
      and(
        eq(contactGroups.accountId, actor.accountId),
        cursor === undefined ? undefined : behind(cursor),
      ),
    )
    .orderBy(desc(contactGroups.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const counts = await countMembers(
    actor,
    page.map(({ id }) => id),
    db(),
  );
  return {
    data: page.map((row) => toGroupView(row, counts.get(row.id) ?? 0)),
    nextCursor: last ? publicId("grp", last.id) : null,
  };
}

function behind(cursor: string): SQL {
  const id = parsePublicId("grp", cursor);
  if (!id) throw invalidFields({ cursor: [contactSentences.wrongCursor] });
  return lt(contactGroups.id, id);
}
