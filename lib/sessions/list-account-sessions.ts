import { and, asc, eq, gt } from "drizzle-orm";
import { sessions, sessionUses, users } from "@/drizzle/schema/accounts";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { browserWords } from "./browser-words";
import { sessionLifetime } from "./session-lifetime";

interface AccountSession {
  /** Whose it is. */
  email: string;
  /** In English. */
  browser: string;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
}

/** The living sessions of everybody in an account, person by person. Throws forbidden without `manage_account`. */
export async function listAccountSessions({
  actor,
}: {
  actor: UserActor;
}): Promise<AccountSession[]> {
  demandPermission(actor, "manage_account");
  const now = Date.now();
  const rows = await db()
    .select({ row: sessions, email: users.email, lastSeenAt: sessionUses.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(sessionUses, eq(sessionUses.sessionId, sessions.id))
    .where(
      and(
        eq(sessionUses.accountId, actor.accountId),
        gt(sessions.expiresAt, new Date(now)),
        gt(sessionUses.lastSeenAt, new Date(now - sessionLifetime.idleMs)),
      ),
    )
    .orderBy(asc(users.email), asc(sessions.createdAt));
  return rows.map(({ row, email, lastSeenAt }) => ({
    email,
    browser: browserWords(row.userAgent),
    address: row.address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}
