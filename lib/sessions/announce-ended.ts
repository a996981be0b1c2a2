import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { announceSessions } from "../queue/notice";

/** Lets the open screens of a user know that a session ended; call it after the commit. */
export async function announceEnded(userId: string): Promise<void> {
  const [user] = await db()
    .select({ accountId: users.accountId })
    .from(users)
    .where(eq(users.id, userId));
  if (user) announceSessions(user.accountId);
}
