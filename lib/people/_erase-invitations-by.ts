import { and, eq, isNull, or } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/**
 * Takes the invitations back that a person sent who is an owner no more: one to another address of theirs would make them
 * one again. Those of an unknown sender count as theirs.
 */
export async function eraseInvitationsBy(
  { accountId, userId }: { accountId: string; userId: string },
  tx: Tx,
): Promise<void> {
  const isTheirs = or(eq(invitations.invitedBy, userId), isNull(invitations.invitedBy));
  await tx.delete(invitations).where(and(eq(invitations.accountId, accountId), isTheirs));
}
