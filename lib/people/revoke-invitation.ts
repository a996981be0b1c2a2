import { and, eq } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { InvitationInput } from "./contract";
import { peopleSentences } from "./sentences";

interface Wanted {
  actor: UserActor;
  /** An `InvitationInput` that nobody has checked. */
  input: unknown;
}

/** Takes an invitation back: its link is worth nothing any more. Throws not_found, and forbidden without `manage_people`. */
export async function revokeInvitation({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_people");
  const { invitation_id: id } = parseInput(InvitationInput, input);
  await db().transaction(async (tx) => {
    const [revoked] = await tx
      .delete(invitations)
      .where(and(eq(invitations.accountId, actor.accountId), eq(invitations.id, id)))
      .returning({ email: invitations.email });
    if (!revoked) throw new AppError("not_found", peopleSentences.noInvitation);
    const target = { name: revoked.email };
    await recordActivity({ actor, action: "person.invitation_revoked", target }, tx);
  });
}
