import { eq } from "drizzle-orm";
import { sessions } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

/** Ends one session: its cookie is worth nothing from now on. */
export async function endSession(sessionId: string): Promise<void> {
  await db().delete(sessions).where(eq(sessions.id, sessionId));
}
