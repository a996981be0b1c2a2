import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { coreSentences } from "../core/sentences";
import { collectOwed } from "./_collect-owed";
import { recordMovement } from "./_record-movement";

interface Reversal {
  accountId: string;
  /** Credits of a payment that were refunded; negative if a refund failed and they are the customer's again. */
  credits: number;
}

/**
 * Takes the credits of a refunded payment back, as a ledger transaction. The balance never goes below 0: what
 * it does not cover is recorded as owed, and the next credits that come in by a payment pay it. Credits of a
 * refund that failed first settle what is owed. Throws not_found for a missing account.
 */
export async function reverseCredits({ accountId, credits }: Reversal, tx: Tx): Promise<void> {
  if (credits > 0) {
    const [account] = await tx.execute<{ credits: string; owed: string }>(sql`
      update ${accounts} set owed = owed + ${credits} where id = ${accountId} returning credits, owed`);
    if (!account) throw new AppError("not_found", coreSentences.accountNotFound);
    const debt = { credits: Number(account.credits), owed: Number(account.owed) };
    await collectOwed({ accountId, ...debt, note: "Payment refunded" }, tx);
    return;
  }
  const movement = { accountId, id: newId(), note: "A refund failed" } as const;
  const after = await recordMovement(
    { ...movement, kind: "reversal", gain: -credits, against: "paid" },
    tx,
  );
  await collectOwed({ accountId, ...after }, tx);
}
