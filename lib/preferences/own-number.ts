import { eq } from "drizzle-orm";
import { ownNumbers } from "@/drizzle/schema/accounts";
import { demandToAct, type UserActor } from "../core/actor";
import { db } from "../core/db";

/** The phone a user tests texts on, E.164 without the plus; null until one was given. */
export async function getOwnNumber({ actor }: { actor: UserActor }): Promise<string | null> {
  const [row] = await db().select().from(ownNumbers).where(eq(ownNumbers.userId, actor.userId));
  return row?.number ?? null;
}

interface Given {
  actor: UserActor;
  /** The number has been checked. */
  input: { number: string };
}

/** Keeps the phone a user tests texts on, instead of the one before. */
export async function saveOwnNumber({ actor, input }: Given): Promise<void> {
  demandToAct(actor);
  const { userId } = actor;
  const { number } = input;
  const savedAt = new Date();
  await db()
    .insert(ownNumbers)
    .values({ userId, number, savedAt })
    .onConflictDoUpdate({ target: ownNumbers.userId, set: { number, savedAt } });
}
