import { eq } from "drizzle-orm";
import { sessions, sessionUses } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

interface Times {
  expiresAt?: Date;
  lastSeenAt?: Date;
}

/** Makes a session end at another time, or one that was last used at another time. */
export async function ageSession(
  sessionId: string,
  { expiresAt, lastSeenAt }: Times,
): Promise<void> {
  if (expiresAt) await db().update(sessions).set({ expiresAt }).where(eq(sessions.id, sessionId));
  if (lastSeenAt) {
    await db().update(sessionUses).set({ lastSeenAt }).where(eq(sessionUses.sessionId, sessionId));
  }
}
