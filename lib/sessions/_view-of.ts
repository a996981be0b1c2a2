import { and, asc, eq, ne } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";

interface Wanted {
  accountId: string;
  until: Date;
}

/** A session as it is while it shows another account. */
type Viewed = Pick<
  UserActor,
  "sessionId" | "accountId" | "userId" | "email" | "role" | "isAdmin" | "viewing"
>;

/**
 * An administrator's session as that of the account they look at, as a viewer in the place of its first person; null for an account
 * that nobody has any more.
 */
export async function viewOf(
  { sessionId, email }: Pick<UserActor, "sessionId" | "email">,
  { accountId, until }: Wanted,
): Promise<Viewed | null> {
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
