import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { accounts, sessions, sessionUses, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Role } from "../core/permissions";
import { sessionLifetime } from "./session-lifetime";

const touchEveryMs = 60_000;

export interface Session {
  sessionId: string;
  userId: string;
  accountId: string;
  email: string;
  role: Role;
  /** An owner of an account that administers the installation. */
  isAdmin: boolean;
}

/**
 * The living session of that id, or null. Always asks the database: an ended session ends, and another role holds, at
 * once.
 */
export async function readSession(sessionId: unknown): Promise<Session | null> {
  const id = z.guid().safeParse(sessionId);
  if (!id.success) return null;
  const now = Date.now();
  const [session] = await db()
    .select({
      sessionId: sessions.id,
      userId: users.id,
      accountId: users.accountId,
      email: users.email,
      role: users.role,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id.data), gt(sessions.expiresAt, new Date(now))));
  return session ? withUse(session, now) : null;
}

/** What is kept beside the account. */
async function withUse(session: Omit<Session, "isAdmin">, now: number): Promise<Session | null> {
  const { accountId, sessionId } = session;
  const [found] = await db()
    .select({ isAdmin: accounts.admin, lastSeenAt: sessionUses.lastSeenAt })
    .from(accounts)
    .innerJoin(sessionUses, eq(sessionUses.accountId, accounts.id))
    .where(
      and(
        eq(accounts.id, accountId),
        eq(sessionUses.sessionId, sessionId),
        gt(sessionUses.lastSeenAt, new Date(now - sessionLifetime.idleMs)),
        // A closed account has no sessions; this holds for one that began in the same moment.
        isNull(accounts.eraseAfter),
      ),
    );
  if (!found) return null;
  if (found.lastSeenAt.getTime() < now - touchEveryMs) await touch(session, now);
  return { ...session, isAdmin: found.isAdmin && session.role === "owner" };
}

async function touch({ accountId, sessionId }: Omit<Session, "isAdmin">, now: number) {
  await db()
    .update(sessionUses)
    .set({ lastSeenAt: new Date(now) })
    .where(
      and(
        eq(sessionUses.accountId, accountId),
        eq(sessionUses.sessionId, sessionId),
        lt(sessionUses.lastSeenAt, new Date(now - touchEveryMs)),
      ),
    );
}
