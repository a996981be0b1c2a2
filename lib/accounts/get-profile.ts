import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import type { Language } from "../language/language";
import type { Profile } from "./contract";

/** How a user wants to be called and to read; who never chose a language has the one given. */
export async function getProfile(userId: string, unchosen: Language = "en"): Promise<Profile> {
  const [user] = await db().select().from(users).where(eq(users.id, userId));
  const { name, timeZone, language } = user ?? {};
  return { name: name ?? "", time_zone: timeZone ?? "", language: language ?? unchosen };
}
