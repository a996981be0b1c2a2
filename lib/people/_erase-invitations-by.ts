import { and, eq, isNull, or } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import type { UserActor } from "../core/actor";
import type { Tx } from "../core/db";

interface Wanted {
  /** Who ends the ownership of `userId`. */
  actor: UserActor;
  userId: string;
}

/**
 * Takes the invitations back that a person sent who is an owner no more: one to another address of theirs would make them
 * one again. Those of an unknown sender count as theirs. Each is recorded.
 */
export async function eraseInvitationsBy({ actor, userId }: Wanted, tx: Tx): Promise<void> {
  const isTheirs = or(eq(invitations.invitedBy, userId), isNull(invitations.invitedBy));
  const revoked = await tx
    .delete(invitations)
    .where(and(eq(invitations.accountId, actor.accountId), isTheirs))
    .returning({ email: invitations.email });
  for (const { email: name } of revoked) {
    await recordActivity({ actor, action: "person.invitation_revoked", target: { name } }, tx);
  }
}
