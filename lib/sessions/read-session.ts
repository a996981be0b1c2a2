import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { accounts, sessions, sessionUses, users } from "@/drizzle/schema/accounts";
import type { AccountLimits, Viewing } from "../core/actor";
import { db } from "../core/db";
import { limitsOf } from "../core/limits-of";
import type { Role } from "../core/permissions";
import { viewOf } from "./_view-of";
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
  /** Those of the account; undefined when it has none of its own. */
  limits?: AccountLimits | undefined;
  /** Set while an administrator looks at an account: the session says whose it is, not who looks. */
  viewing?: Viewing | undefined;
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
      viewedAccountId: sessions.viewedAccountId,
      viewedUntil: sessions.viewedUntil,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id.data), gt(sessions.expiresAt, new Date(now))));
  if (!session) return null;
  const { viewedAccountId, viewedUntil, ...own } = session;
  const used = await withUse(own, now);
  const isViewing = viewedAccountId && viewedUntil && viewedUntil.getTime() > now;
  if (!used?.isAdmin || !isViewing) return used;
  return (await viewOf(used, { accountId: viewedAccountId, until: viewedUntil })) ?? used;
}

/** What is kept beside the account. */
async function withUse(
  session: Omit<Session, "isAdmin" | "limits" | "viewing">,
  now: number,
): Promise<Session | null> {
  const { accountId, sessionId } = session;
  const [found] = await db()
    .select({
      isAdmin: accounts.admin,
      lastSeenAt: sessionUses.lastSeenAt,
      requestsPerSecond: accounts.requestsPerSecond,
      requestsPerMinute: accounts.requestsPerMinute,
      messagesPerMinute: accounts.messagesPerMinute,
      testMessagesPerMinute: accounts.testMessagesPerMinute,
    })
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
  const isAdmin = found.isAdmin && session.role === "owner";
  return { ...session, isAdmin, limits: limitsOf(found) };
}

async function touch(
  { accountId, sessionId }: Omit<Session, "isAdmin" | "limits" | "viewing">,
  now: number,
) {
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
