import { and, eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { mailUser } from "../accounts/mail-user";
import { recordActivity } from "../activity/record-activity";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { publishSessionsChange } from "../queue/notice";
import { eraseInvitationsBy } from "./_erase-invitations-by";
import { demandOtherOwner, findPerson, lockPeople } from "./_lock-people";
import { roleChangedMail } from "./_people-mails";
import { ChangeRoleInput } from "./contract";

interface Wanted {
  actor: UserActor;
  /** A `ChangeRoleInput` that nobody has checked. */
  input: unknown;
}

/**
 * Gives somebody of the account another role, in force at their next request, and tells them by mail. Throws not_found,
 * conflict for the only owner, and forbidden without `manage_people`.
 */
export async function changeRole({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_people");
  const { user_id: userId, role } = parseInput(ChangeRoleInput, input);
  const { accountId } = actor;
  const account = await db().transaction(async (tx) => {
    const name = await lockPeople(actor, tx);
    const person = await findPerson(actor, userId, tx);
    if (person.role === role) return null;
    if (person.role === "owner") {
      await demandOtherOwner(actor, userId, tx);
      await eraseInvitationsBy({ actor, userId }, tx);
    }
    await tx
      .update(users)
      .set({ role })
      .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
    const target = { name: person.email };
    const changes = { before: { role: person.role }, after: { role } };
    await recordActivity({ actor, action: "person.role_changed", target, ...changes }, tx);
    return name;
  });
  if (account === null) return;
  publishSessionsChange(accountId);
  if (userId === actor.userId) return;
  await mailUser(userId, roleChangedMail({ by: actor.email, account, role }));
}
