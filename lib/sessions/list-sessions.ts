import { and, desc, eq, gt } from "drizzle-orm";
import { sessions, sessionUses } from "@/drizzle/schema/accounts";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import { browserWords } from "./browser-words";
import { sessionLifetime } from "./session-lifetime";

export interface SessionView {
  id: string;
  /** "Firefox on Linux" */
  browser: string;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  /** Whether it is the one that asks. */
  isThisOne: boolean;
}

/** The living sessions of a user: the actor's own, then the others by their last use. None to who views their account. */
export async function listSessions({ actor }: { actor: UserActor }): Promise<SessionView[]> {
  if (actor.viewing) return [];
  const { userId, accountId, sessionId, language } = actor;
  const now = Date.now();
  const rows = await db()
    .select({ row: sessions, lastSeenAt: sessionUses.lastSeenAt })
    .from(sessions)
    .innerJoin(sessionUses, eq(sessionUses.sessionId, sessions.id))
    .where(
      and(
        eq(sessions.userId, userId),
        eq(sessionUses.accountId, accountId),
        gt(sessions.expiresAt, new Date(now)),
        gt(sessionUses.lastSeenAt, new Date(now - sessionLifetime.idleMs)),
      ),
    )
    .orderBy(desc(sessionUses.lastSeenAt), desc(sessions.createdAt));
  const views = rows.map(({ row, lastSeenAt }) => ({
    id: row.id,
    browser: browserWords(row.userAgent, language),
    address: row.address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isThisOne: row.id === sessionId,
  }));
  return [...views.filter((view) => view.isThisOne), ...views.filter((view) => !view.isThisOne)];
}
