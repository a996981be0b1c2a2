import { and, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

/** Whether an account started without welcome credits and has had none since: then a screen says why. */
export async function isWelcomeWithheld({ actor }: { actor: Actor }): Promise<boolean> {
  demandPermission(actor, "read_credits");
  const [row] = await db()
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.id, actor.accountId),
        eq(accounts.welcomeWithheld, true),
        eq(accounts.movements, 0),
      ),
    );
  return row !== undefined;
}
