import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { dropAccountTickets } from "../tickets/drop-account-tickets";

interface Closing {
  accountId: string;
  closedAt: Date;
  /** Until then, signing in reopens the account. */
  eraseAfter: Date;
}

/** Marks an account as closed, unless it is already; the tickets of its people are worthless either way. */
export async function markClosed(
  { accountId, closedAt, eraseAfter }: Closing,
  tx: Tx,
): Promise<void> {
  await tx
    .update(accounts)
    .set({
      // A suspended account stays suspended, or closing and coming back would be a way out of it.
      status: sql`case when ${accounts.status} = 'active' then 'closing' else ${accounts.status} end`,
      closedAt,
      eraseAfter,
    })
    .where(and(eq(accounts.id, accountId), isNull(accounts.eraseAfter)));
  await dropAccountTickets(accountId, tx);
}
