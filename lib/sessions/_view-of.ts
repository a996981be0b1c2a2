import { and, asc, eq, ne } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Session } from "./read-session";

interface Viewed {
  accountId: string;
  until: Date;
}

/**
 * An administrator's session as that of the account they look at, as a viewer in the place of its first person; null for an account
 * that nobody has any more.
 */
export async function viewOf(
  { sessionId, email }: Session,
  { accountId, until }: Viewed,
): Promise<Session | null> {
  const [person] = await db()
    .select({ userId: users.id, email: users.email })
    .from(users)
    .innerJoin(accounts, and(eq(accounts.id, accountId), ne(accounts.status, "erased")))
    .where(eq(users.accountId, accountId))
    .orderBy(asc(users.id))
    .limit(1);
  if (!person) return null;
  return {
    sessionId,
    accountId,
    ...person,
    role: "viewer",
    isAdmin: false,
    viewing: { by: email, until },
  };
}
