import { eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { costDays, costMarks } from "@/drizzle/schema/costs";
import type { Tx } from "../core/db";

/**
 * Erases an account's costs, which name senders. The mark, which whoever adds up holds until it commits, is set to the
 * account's last transaction: what is erased is not added up again.
 */
export async function eraseCosts(accountId: string, tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into ${costMarks} as kept (account_id, number)
    select id, movements from ${accounts} where id = ${accountId}
    on conflict (account_id) do update set number = greatest(kept.number, excluded.number)`);
  await tx.delete(costDays).where(eq(costDays.accountId, accountId));
}
