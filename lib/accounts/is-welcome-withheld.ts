import { and, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";

/** Whether an account started without welcome credits and has had none since: then a screen says why. */
export async function isWelcomeWithheld(accountId: string): Promise<boolean> {
  const [row] = await db()
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.id, accountId),
        eq(accounts.welcomeWithheld, true),
        eq(accounts.movements, 0),
      ),
    );
  return row !== undefined;
}
