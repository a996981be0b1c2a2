import { eq } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { publishEnded } from "./publish-ended";

/** Ends one session: its cookie is worth nothing from now on. */
export async function endSession(sessionId: string): Promise<void> {
  const ended = await db()
    .delete(sessions)
    .where(eq(sessions.id, sessionId))
    .returning({ userId: sessions.userId });
  for (const { userId } of ended) await publishEnded(userId);
}
