import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { accounts, sessions, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { sessionLifetime } from "./session-lifetime";

const touchEveryMs = 60_000;

export interface Session {
  sessionId: string;
  userId: string;
  accountId: string;
  email: string;
  isAdmin: boolean;
}

/** The living session of that id, or null. Always asks the database: an ended session ends at once. */
export async function readSession(sessionId: unknown): Promise<Session | null> {
  const id = z.guid().safeParse(sessionId);
  if (!id.success) return null;
  const now = Date.now();
  const [row] = await db()
    .select({
      sessionId: sessions.id,
      userId: users.id,
      accountId: users.accountId,
      email: users.email,
      isAdmin: accounts.admin,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(
      and(
        eq(sessions.id, id.data),
        gt(sessions.expiresAt, new Date(now)),
        gt(sessions.lastSeenAt, new Date(now - sessionLifetime.idleMs)),
        // A closed account has no sessions; this holds for one that began in the same moment.
        isNull(accounts.eraseAfter),
      ),
    );
  if (!row) return null;
  const { lastSeenAt, ...session } = row;
  if (lastSeenAt.getTime() < now - touchEveryMs) await touch(session.sessionId, now);
  return session;
}

async function touch(sessionId: string, now: number): Promise<void> {
  await db()
    .update(sessions)
    .set({ lastSeenAt: new Date(now) })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, new Date(now - touchEveryMs))));
}
