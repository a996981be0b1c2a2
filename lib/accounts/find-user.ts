import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

/** A user by id or by e-mail, or undefined. */
export async function findUser(
  by: { id: string } | { email: string },
): Promise<typeof users.$inferSelect | undefined> {
  // PostgreSQL has no text with NUL, so nobody has such an e-mail.
  if ("email" in by && by.email.includes("\0")) return undefined;
  const isWanted = "id" in by ? eq(users.id, by.id) : eq(users.email, by.email);
  const [user] = await db().select().from(users).where(isWanted);
  return user;
}
