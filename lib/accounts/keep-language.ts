import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Language } from "../language/language";

/** Keeps the language a user wants to read, on screens and in mails. */
export async function keepLanguage(userId: string, language: Language): Promise<void> {
  await db().update(users).set({ language }).where(eq(users.id, userId));
}
