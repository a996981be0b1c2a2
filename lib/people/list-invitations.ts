import { desc, eq } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import type { InvitationView } from "./contract";

/** Who was invited and has not joined, the newest link first. Throws forbidden without `manage_people`. */
export async function listInvitations({ actor }: { actor: UserActor }): Promise<InvitationView[]> {
  demandPermission(actor, "manage_people");
  const rows = await db()
    .select()
    .from(invitations)
    .where(eq(invitations.accountId, actor.accountId))
    .orderBy(desc(invitations.sentAt));
  return rows.map(({ id: invitationId, email, role, sentAt, expiresAt }) => ({
    ...{ invitationId, email, role },
    sentAt: sentAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt.getTime() <= Date.now(),
  }));
}
