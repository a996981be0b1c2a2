import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import type { UserActor } from "../core/actor";
import { db } from "../core/db";
import type { Language } from "../language/language";

interface Chosen {
  actor: UserActor;
  input: { language: Language };
}

/** Keeps the language a user wants to read, on screens and in mails; not that of somebody who only looks at the account. */
export async function keepLanguage({ actor, input }: Chosen): Promise<void> {
  if (actor.viewing) return;
  const { language } = input;
  await db().update(users).set({ language }).where(eq(users.id, actor.userId));
}
