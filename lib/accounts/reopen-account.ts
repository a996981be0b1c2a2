import { and, eq, isNotNull, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { may, type Role } from "../core/permissions";
import { accountSentences } from "./sentences";

interface Returning {
  accountId: string;
  /** What whoever signs in is in it. */
  role: Role;
}

/**
 * Reopens a closed account for an owner, and returns whether it was closed. Throws unauthorized for anybody else, and when
 * its time has come: then the account counts as gone.
 */
export async function reopenAccount({ accountId, role }: Returning, tx: Tx): Promise<boolean> {
  const [closed] = await tx
    .select({ isDue: sql<boolean>`${accounts.eraseAfter} <= now()` })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.eraseAfter)))
    .for("update");
  if (!closed) return false;
  if (closed.isDue) throw new AppError("unauthorized", accountSentences.deleted);
  if (!may(role, "manage_account")) {
    throw new AppError("unauthorized", accountSentences.ownersReopen);
  }
  await tx
    .update(accounts)
    .set({
      status: sql`case when ${accounts.status} = 'closing' then 'active' else ${accounts.status} end`,
      closedAt: null,
      eraseAfter: null,
    })
    .where(eq(accounts.id, accountId));
  return true;
}
