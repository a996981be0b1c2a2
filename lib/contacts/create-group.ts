import { count, eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { contactGroups } from "@/drizzle/schema/contacts";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { translateUsedName } from "./_find-group";
import { toGroupView } from "./_group-view";
import { GroupInput, type GroupView, maxGroups } from "./group-contract";
import { contactSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `GroupInput` that nobody has checked. */
  input: unknown;
}

/**
 * Makes an empty group. Throws invalid_request, conflict when the name is used or the account has 500 groups, and
 * forbidden without `manage_contacts`.
 */
export async function createGroup({ actor, input }: Wanted): Promise<GroupView> {
  demandPermission(actor, "manage_contacts");
  const { name } = parseInput(GroupInput, input);
  const { accountId } = actor;
  try {
    return await db().transaction(async (tx) => {
      await demandRoom(accountId, tx);
      const row = { accountId, id: newId(), name };
      const [made] = await tx.insert(contactGroups).values(row).returning();
      if (!made) throw new AppError("internal", coreSentences.internal);
      const target = { id: publicId("grp", made.id), name };
      await recordActivity({ actor, action: "group.created", target }, tx);
      return toGroupView(made, 0);
    });
  } catch (error) {
    throw translateUsedName(error);
  }
}

/** Holds the account's row until commit, so that two at once cannot both be the last. */
async function demandRoom(accountId: string, tx: Tx): Promise<void> {
  const locked = await tx.execute(
    sql`select 1 from ${accounts} where id = ${accountId} for no key update`,
  );
  if (locked.length === 0) throw new AppError("not_found", coreSentences.accountNotFound);
  const [held] = await tx
    .select({ groups: count() })
    .from(contactGroups)
    .where(eq(contactGroups.accountId, accountId));
  if ((held?.groups ?? 0) < maxGroups) return;
  throw new AppError("conflict", contactSentences.tooManyGroups({ max: maxGroups }));
}
