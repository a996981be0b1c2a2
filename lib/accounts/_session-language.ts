import { eq } from "drizzle-orm";
import { sessions, users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Language } from "../language/language";

/** The language the user of a session chose; null when they never did. */
export async function sessionLanguage(sessionId: string): Promise<Language | null> {
  const [row] = await db()
    .select({ language: users.language })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId));
  return row?.language ?? null;
}
