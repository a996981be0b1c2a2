import { lt } from "drizzle-orm";
import { sessions, sessionUses } from "@/drizzle/schema/accounts";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { sessionLifetime } from "./session-lifetime";

/** Removes sessions that have expired, or that nobody has used for too long. */
export async function sweepSessions(): Promise<void> {
  const now = Date.now();
  await db()
    .delete(sessions)
    .where(lt(sessions.expiresAt, new Date(now)));
  const unused = await db()
    .delete(sessionUses)
    .where(lt(sessionUses.lastSeenAt, new Date(now - sessionLifetime.idleMs)))
    .returning({ id: sessionUses.sessionId });
  if (unused.length === 0) return;
  const ids = unused.map(({ id }) => id);
  await db().delete(sessions).where(anyOf(sessions.id, ids));
}
