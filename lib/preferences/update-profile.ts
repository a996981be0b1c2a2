import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { type Profile, ProfileInput } from "./contract";

interface Wanted {
  actor: UserActor;
  /** A `ProfileInput` that nobody has checked. */
  input: unknown;
}

/** Changes how a user is called and reads, and returns what holds now. Throws invalid_request. */
export async function updateProfile({ actor, input }: Wanted): Promise<Profile> {
  demandToAct(actor);
  const profile = parseInput(ProfileInput, input);
  const { name, time_zone: timeZone, language } = profile;
  await db()
    .update(users)
    .set({ name: name || null, timeZone: timeZone || null, language })
    .where(eq(users.id, actor.userId));
  return profile;
}
