import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { ProfileInput } from "./contract";
import type { Session } from "./read-session";

/** Changes how a user is called and reads. Throws invalid_request. */
export async function updateProfile(input: unknown, { userId }: Session): Promise<void> {
  const { name, time_zone: timeZone, language } = parseInput(ProfileInput, input);
  await db()
    .update(users)
    .set({ name: name || null, timeZone: timeZone || null, language })
    .where(eq(users.id, userId));
}
