import { eq, inArray } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/** Ends every session of everybody in an account; call `publishSessionsChange` after the commit. */
export async function endAccountSessions(accountId: string, tx: Tx): Promise<void> {
  const people = tx.select({ id: users.id }).from(users).where(eq(users.accountId, accountId));
  await tx.delete(sessions).where(inArray(sessions.userId, people));
}
