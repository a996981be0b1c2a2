import { lt, or } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { sessionLifetime } from "./session-lifetime";

/** Removes sessions that have expired, or that nobody has used for too long. */
export async function sweepSessions(): Promise<void> {
  const now = Date.now();
  await db()
    .delete(sessions)
    .where(
      or(
        lt(sessions.expiresAt, new Date(now)),
        lt(sessions.lastSeenAt, new Date(now - sessionLifetime.idleMs)),
      ),
    );
}
