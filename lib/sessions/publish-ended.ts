import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { publishSessionsChange } from "../queue/notice";

/** Lets the open screens of a user know that a session ended; call it after the commit. */
export async function publishEnded(userId: string): Promise<void> {
  const [user] = await db()
    .select({ accountId: users.accountId })
    .from(users)
    .where(eq(users.id, userId));
  if (user) publishSessionsChange(user.accountId);
}
