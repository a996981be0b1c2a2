import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";

interface Movement {
  accountId: string;
  id: string;
  kind: "grant" | "charge" | "refund";
  /** Credits the customer gains; negative when they pay. */
  gain: number;
  against: "granted" | "spent" | "refunded";
  note: string | null;
}

/**
 * One movement of credits: the ledger's two legs and the cached balance, in one statement. Returns the
 * new balance. Throws not_found for a missing account.
 */
export async function recordMovement(movement: Movement, tx: Tx): Promise<number> {
  const { accountId, id, kind, gain, against, note } = movement;
  const [account] = await tx.execute<{ credits: string }>(sql`
    with moved as (
      update ${accounts} set credits = credits + ${gain} where id = ${accountId} returning credits
    ), recorded as (
      insert into ${ledgerTransactions} (account_id, id, kind, note)
      select ${accountId}, ${id}, ${kind}, ${note} from moved
    ), legs as (
      insert into ${ledgerEntries} (account_id, transaction_id, ledger, amount)
      select ${accountId}, ${id}, leg.ledger, leg.amount
      from moved, (values ('customer', ${gain}::bigint), (${against}, -(${gain}::bigint))) as leg(ledger, amount)
    )
    select credits from moved`);
  if (!account) throw new AppError("not_found", "There is no such account.");
  return Number(account.credits);
}
