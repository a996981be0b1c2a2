import { eq } from "drizzle-orm";
import { recoveryCodes } from "@/drizzle/schema/accounts";
import { storeTotp } from "../accounts/store-totp";
import type { Tx } from "../core/db";
import { dropTickets } from "../tickets/tickets";

/** Takes a user's second factor away, with its recovery codes and every sign-in that waits for a code. */
export async function dropTotp(userId: string, tx: Tx): Promise<void> {
  const none = { totpSecret: null, totpEnabledAt: null, totpLastStep: null };
  await storeTotp({ userId, totp: none }, tx);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await dropTickets(userId, ["second_step"], tx);
}
