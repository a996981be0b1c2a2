import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import type { Session } from "../sessions/read-session";
import { type Profile, ProfileInput } from "./contract";

/** Changes how a user is called and reads, and returns what holds now. Throws invalid_request. */
export async function updateProfile(input: unknown, { userId }: Session): Promise<Profile> {
  const profile = parseInput(ProfileInput, input);
  const { name, time_zone: timeZone, language } = profile;
  await db()
    .update(users)
    .set({ name: name || null, timeZone: timeZone || null, language })
    .where(eq(users.id, userId));
  return profile;
}
