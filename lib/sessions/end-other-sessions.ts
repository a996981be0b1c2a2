import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import type { Session } from "./read-session";

/** Ends every session of a user but the one that asks. */
export async function endOtherSessions(
  { userId, sessionId }: Pick<Session, "userId" | "sessionId">,
  tx: Tx,
): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
}
