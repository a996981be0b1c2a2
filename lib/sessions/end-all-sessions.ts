import { eq, sql } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { announceEnded } from "./announce-ended";

/** "Sign out everywhere": ends every session of a user, this one too, and no browser is known any more. */
export async function endAllSessions(userId: string): Promise<void> {
  await db().transaction(async (tx) => {
    await tx
      .update(users)
      .set({ deviceGeneration: sql`${users.deviceGeneration} + 1` })
      .where(eq(users.id, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
  });
  await announceEnded(userId);
}
