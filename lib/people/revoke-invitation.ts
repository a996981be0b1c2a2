import { and, eq } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
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
  const revoked = await db()
    .delete(invitations)
    .where(and(eq(invitations.accountId, actor.accountId), eq(invitations.id, id)))
    .returning({ id: invitations.id });
  if (revoked.length === 0) throw new AppError("not_found", peopleSentences.noInvitation);
}
