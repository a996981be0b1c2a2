import { eq } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import { recordActivity } from "../activity/record-activity";
import { db } from "../core/db";
import { publishEnded } from "./publish-ended";

/** Ends one session: its cookie is worth nothing from now on. */
export async function endSession(sessionId: string): Promise<void> {
  const userId = await db().transaction(async (tx) => {
    const [ended] = await tx.delete(sessions).where(eq(sessions.id, sessionId)).returning();
    if (!ended) return undefined;
    const [user] = await tx.select().from(users).where(eq(users.id, ended.userId));
    if (!user) return undefined;
    const { id: userId, accountId, email } = user;
    // From where they sign out nobody says; the session knows where it began.
    const { address, userAgent } = ended;
    const actor = { kind: "user", accountId, userId, email, address, userAgent } as const;
    const after = { sessions: 1 };
    await recordActivity({ actor, action: "session.ended", target: { name: email }, after }, tx);
    return userId;
  });
  if (userId !== undefined) await publishEnded(userId);
}
