import { asc } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { type Actor, demandAdmin } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";

/**
 * The email of the first person of each of these accounts, by account. Throws forbidden unless the actor is an
 * administrator.
 */
export async function emailsOf({
  actor,
  input: { accountIds },
}: {
  actor: Actor;
  input: { accountIds: readonly string[] };
}): Promise<Map<string, string>> {
  demandAdmin(actor);
  if (accountIds.length === 0) return new Map();
  const rows = await db()
    .select({ accountId: users.accountId, email: users.email })
    .from(users)
    .where(anyOf(users.accountId, [...new Set(accountIds)]))
    .orderBy(asc(users.id));
  // The first one of an account stays.
  return new Map(rows.toReversed().map(({ accountId, email }) => [accountId, email]));
}
