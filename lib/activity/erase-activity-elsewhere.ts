import { eq, sql } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { eraseActors } from "./_erase-actors";

interface Wanted {
  accountId: string;
  limit: number;
}

/**
 * Erases what the people of an account are called where they acted in other accounts, as administrators. Returns how many
 * events of up to `limit` said so. Joins `tx`.
 */
export async function eraseActivityElsewhere(
  { accountId, limit }: Wanted,
  tx: Tx,
): Promise<number> {
  const people = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(eq(users.accountId, accountId));
  if (people.length === 0) return 0;
  const ids = JSON.stringify(people.map(({ id }) => id));
  const emails = JSON.stringify(people.map(({ email }) => email));
  // While one viewed an account, events have no ID of them.
  const which = sql`(
    e.actor_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)
    or e.actor_label in (select jsonb_array_elements_text(${emails}::jsonb)))`;
  return eraseActors({ which, limit }, tx);
}
