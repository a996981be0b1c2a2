import { eq, sql } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { firstIdAt } from "../core/ids";
import { eraseActors } from "./_erase-actors";

interface Wanted {
  /** Only events from before this. */
  before: Date;
  limit: number;
}

/**
 * Erases who acted as an administrator in other accounts and is none any more: their account was erased, or they were
 * removed from it, or it no longer administers. Returns how many events of up to `limit` said so. Joins `tx`.
 */
export async function eraseFormerAdministrators(
  { before, limit }: Wanted,
  tx: Tx,
): Promise<number> {
  const present = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(eq(accounts.admin, true));
  const ids = JSON.stringify(present.map(({ id }) => id));
  const emails = JSON.stringify(present.map(({ email }) => email));
  // While one viewed an account, events have no ID of them.
  const which = sql`e.id < ${firstIdAt(before.getTime())}::uuid
    and (e.actor_id is null or e.actor_id not in (select jsonb_array_elements_text(${ids}::jsonb)::uuid))
    and e.actor_label not in (select jsonb_array_elements_text(${emails}::jsonb))`;
  return eraseActors({ which, limit }, tx);
}
