import { eq } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

/** "Sign out everywhere": ends every session of a user, this one too. */
export async function endAllSessions(userId: string): Promise<void> {
  await db().delete(sessions).where(eq(sessions.userId, userId));
}
