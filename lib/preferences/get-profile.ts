import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import type { Profile } from "./contract";

/** How a user wants to be called and to read; who never chose a language has that of the request. */
export async function getProfile({ actor }: { actor: UserActor }): Promise<Profile> {
  const [user] = await db().select().from(users).where(eq(users.id, actor.userId));
  const { name, timeZone, language } = user ?? {};
  return { name: name ?? "", time_zone: timeZone ?? "", language: language ?? actor.language };
}
