import { eq } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

/** The user of a session as far as a browser keeps something of them; `language` is null when they chose none. */
export async function sessionUser(sessionId: string) {
  const [user] = await db()
    .select({
      id: users.id,
      language: users.language,
      deviceGeneration: users.deviceGeneration,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId));
  return user;
}
