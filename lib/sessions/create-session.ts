import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { eq } from "drizzle-orm";
import { sessions, sessionUses, users } from "@/drizzle/schema/accounts";
import type { Visitor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { sessionLifetime } from "./session-lifetime";

interface NewSession {
  visitor: Visitor;
  /** Who the visitor has proved to be. */
  input: { userId: string };
}

/** Starts a session for a user and returns its id. Joins `tx` when given. */
export async function createSession(
  { visitor: { address, userAgent }, input: { userId } }: NewSession,
  tx: Tx = db(),
): Promise<string> {
  const id = randomUUID();
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  // First, so that no session is without.
  if (user) {
    const { accountId } = user;
    await tx.insert(sessionUses).values({ accountId, sessionId: id, lastSeenAt: new Date() });
  }
  await tx.insert(sessions).values({
    id,
    userId,
    expiresAt: new Date(Date.now() + sessionLifetime.absoluteMs),
    address: address !== null && isIP(address) ? address : null,
    userAgent: userAgent?.replaceAll("\0", "").slice(0, 300) ?? null,
  });
  return id;
}
