import { eq } from "drizzle-orm";
import { ownNumbers } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

/** The phone a user tests texts on, E.164 without the plus; null until one was given. */
export async function getOwnNumber(userId: string): Promise<string | null> {
  const [row] = await db().select().from(ownNumbers).where(eq(ownNumbers.userId, userId));
  return row?.number ?? null;
}

/** Keeps the phone a user tests texts on, instead of the one before. The number has been checked. */
export async function saveOwnNumber(userId: string, number: string): Promise<void> {
  const savedAt = new Date();
  await db()
    .insert(ownNumbers)
    .values({ userId, number, savedAt })
    .onConflictDoUpdate({ target: ownNumbers.userId, set: { number, savedAt } });
}
