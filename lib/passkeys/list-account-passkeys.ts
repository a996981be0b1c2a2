import { asc, eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import { passkeys } from "@/drizzle/schema/passkeys";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";

interface AccountPasskey {
  /** Whose it is. */
  email: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The passkeys of everybody in an account, person by person. Throws forbidden without `manage_account`. */
export async function listAccountPasskeys({
  actor,
}: {
  actor: UserActor;
}): Promise<AccountPasskey[]> {
  demandPermission(actor, "manage_account");
  const { name, createdAt, lastUsedAt } = passkeys;
  return db()
    .select({ email: users.email, name, createdAt, lastUsedAt })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(eq(users.accountId, actor.accountId))
    .orderBy(asc(users.email), asc(passkeys.createdAt));
}
