import { eq, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";

interface Grant {
  accountId: string;
  credits: number;
  note: string;
}

/** Gives credits to an account as one ledger movement and returns the new balance. Joins `tx` when given. */
export async function grantCredits(grant: Grant, tx?: Tx): Promise<number> {
  if (!Number.isSafeInteger(grant.credits) || grant.credits <= 0 || grant.credits > 1_000_000_000) {
    throw new AppError("invalid_request", "The amount must be a whole number from 1 to 1000000000.", {
      fields: { amount: ["The amount must be a whole number from 1 to 1000000000."] },
    });
  }
  return tx ? record(grant, tx) : db().transaction((own) => record(grant, own));
}

async function record({ accountId, credits, note }: Grant, tx: Tx): Promise<number> {
  const [account] = await tx
    .update(accounts)
    .set({ credits: sql`${accounts.credits} + ${credits}` })
    .where(eq(accounts.id, accountId))
    .returning({ credits: accounts.credits });
  if (!account) throw new AppError("not_found", "There is no such account.");
  const id = newId();
  await tx.insert(ledgerTransactions).values({ accountId, id, kind: "grant", note });
  await tx.insert(ledgerEntries).values([
    { accountId, transactionId: id, ledger: "customer", amount: credits },
    { accountId, transactionId: id, ledger: "granted", amount: -credits },
  ]);
  return account.credits;
}
