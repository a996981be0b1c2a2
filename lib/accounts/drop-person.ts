import { and, eq } from "drizzle-orm";
import { users } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

/** Removes a person from an account, with their sessions; call `publishSessionsChange` after the commit. */
export async function dropPerson(
  { accountId, userId }: { accountId: string; userId: string },
  tx: Tx,
): Promise<void> {
  await tx.delete(users).where(and(eq(users.accountId, accountId), eq(users.id, userId)));
}
