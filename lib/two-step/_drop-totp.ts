import { eq } from "drizzle-orm";
import { recoveryCodes, users } from "@/drizzle/schema/accounts";
import { dropTickets } from "../accounts/tickets";
import type { Tx } from "../core/db";

/** Takes a user's second factor away, with its recovery codes and every sign-in that waits for a code. */
export async function dropTotp(userId: string, tx: Tx): Promise<void> {
  await tx
    .update(users)
    .set({ totpSecret: null, totpEnabledAt: null, totpLastStep: null })
    .where(eq(users.id, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await dropTickets(userId, ["second_step"], tx);
}
