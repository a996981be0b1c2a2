import { and, eq, inArray } from "drizzle-orm";
import { accounts, suspensions } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";

interface Suspension {
  accountId: string;
  reason: string;
  decidedBy: string;
}

/**
 * Suspends an account: nothing of it is accepted, and nothing is offered to a carrier, from the commit on. Returns whether
 * it was not suspended before.
 */
export async function storeSuspension(
  { accountId, reason, decidedBy }: Suspension,
  tx: Tx,
): Promise<boolean> {
  const changed = await tx
    .update(accounts)
    .set({ status: "suspended" })
    .where(and(eq(accounts.id, accountId), inArray(accounts.status, ["active", "closing"])))
    .returning({ id: accounts.id });
  if (changed.length === 0) return false;
  await tx.insert(suspensions).values({ accountId, reason, decidedBy });
  return true;
}

/** Lifts the suspension of an account; one that was closed meanwhile is closed. Returns whether it was suspended. */
export async function dropSuspension(accountId: string, tx: Tx): Promise<boolean> {
  const closing = await tx
    .update(accounts)
    .set({ status: "active" })
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "suspended")))
    .returning({ eraseAfter: accounts.eraseAfter });
  if (closing.length === 0) return false;
  if (closing[0]?.eraseAfter) {
    await tx.update(accounts).set({ status: "closing" }).where(eq(accounts.id, accountId));
  }
  await tx.delete(suspensions).where(eq(suspensions.accountId, accountId));
  return true;
}
