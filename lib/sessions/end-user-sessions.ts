import { eq } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/** Ends every session of a user, and returns how many; call `publishEnded` after the commit. */
export async function endUserSessions(userId: string, tx: Tx): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.userId, userId))
    .returning({ id: sessions.id });
  return ended.length;
}
