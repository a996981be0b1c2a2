import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { publishSessionsChange } from "../queue/notice";
import type { Session } from "./read-session";

/** Ends one of a user's sessions. Ending what has ended is fine; another user's stays untouched. */
export async function endOwnSession(
  sessionId: unknown,
  { userId, accountId }: Session,
): Promise<void> {
  const id = z.guid().safeParse(sessionId);
  if (!id.success) return;
  await db()
    .delete(sessions)
    .where(and(eq(sessions.id, id.data), eq(sessions.userId, userId)));
  publishSessionsChange(accountId);
}
