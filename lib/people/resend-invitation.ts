import { and, eq } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { demandPermission, type UserActor } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { newSecret } from "./_invitation-secret";
import { demandUnsuspended, lockPeople } from "./_lock-people";
import { countInvitation, invitationLifeMs, mailInvitation } from "./_mail-invitation";
import { InvitationInput } from "./contract";
import { peopleSentences } from "./sentences";

interface Wanted {
  actor: UserActor;
  /** An `InvitationInput` that nobody has checked. */
  input: unknown;
}

/**
 * Mails an invitation again with a new link, for seven days from now, and returns its address; the link before is worth
 * nothing any more. Throws not_found, rate_limited, unavailable, and forbidden without `manage_people`.
 */
export async function resendInvitation({ actor, input }: Wanted): Promise<string> {
  demandPermission(actor, "manage_people");
  const { invitation_id: id } = parseInput(InvitationInput, input);
  const { email, role } = await findInvitation(actor, id, db());
  await countInvitation(actor, email);
  const { secret, hash } = newSecret();
  const account = await db().transaction(async (tx) => {
    const name = await lockPeople(actor, tx);
    await demandUnsuspended(actor);
    await findInvitation(actor, id, tx);
    const sentAt = await databaseNow(tx);
    await tx
      .update(invitations)
      .set({ hash, sentAt, expiresAt: new Date(sentAt.getTime() + invitationLifeMs) })
      .where(and(eq(invitations.accountId, actor.accountId), eq(invitations.id, id)));
    const target = { name: email };
    await recordActivity({ actor, action: "person.invited", target, after: { role } }, tx);
    return name;
  });
  await mailInvitation(actor, { email, role, account, secret });
  return email;
}

async function findInvitation({ accountId }: UserActor, id: string, tx: Tx) {
  const [invitation] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.accountId, accountId), eq(invitations.id, id)));
  if (!invitation) throw new AppError("not_found", peopleSentences.noInvitation);
  return invitation;
}
