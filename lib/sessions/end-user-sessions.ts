import { eq } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/** Ends every session of a user; call `publishEnded` after the commit. */
export async function endUserSessions(userId: string, tx: Tx): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}
