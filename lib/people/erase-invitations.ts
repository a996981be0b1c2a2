import { eq } from "drizzle-orm";
import { invitations } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/** Takes every invitation to an account back, with the addresses. */
export async function eraseInvitations(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(invitations).where(eq(invitations.accountId, accountId));
}
