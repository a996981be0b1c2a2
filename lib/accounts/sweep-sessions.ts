import { lt, or } from "drizzle-orm";
import { sessions, tickets } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { sweepAttempts } from "./_attempts";
import { sessionLifetime } from "./session-lifetime";

/** Longer than any window that attempts are counted in. */
const longestWindowMs = 2 * 60 * 60_000;

/** Removes sessions and tickets that have run out, and counters that no longer count. */
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
  await db()
    .delete(tickets)
    .where(lt(tickets.expiresAt, new Date(now)));
  await sweepAttempts(new Date(now - longestWindowMs));
}
