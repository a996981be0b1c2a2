import { and, eq, isNotNull, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { accountSentences } from "./sentences";

/**
 * Reopens a closed account, and returns whether it was closed. Throws unauthorized when its time has come: then the
 * account counts as gone.
 */
export async function reopenAccount(accountId: string, tx: Tx): Promise<boolean> {
  const [closed] = await tx
    .select({ isDue: sql<boolean>`${accounts.eraseAfter} <= now()` })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.eraseAfter)))
    .for("update");
  if (!closed) return false;
  if (closed.isDue) throw new AppError("unauthorized", accountSentences.deleted);
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
