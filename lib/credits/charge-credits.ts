import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { chargeClauses } from "./charge-clauses";

interface Charge {
  accountId: string;
  credits: number;
  /** What it pays for; shown in the ledger. */
  note: string;
}

/** A charge that was made, with the ledger transaction's ID, null for no credits; or why there is none. */
export type Charged =
  | { chargeId: string | null }
  | { refused: "suspended" }
  | { refused: "too_few"; available: number };

/**
 * Charges an active account in one ledger transaction, for messages that are stored later and name it. Charges nothing
 * if the account cannot pay for all of it.
 */
export async function chargeCredits(
  { accountId, credits, note }: Charge,
  tx: Tx,
): Promise<Charged> {
  const id = newId();
  const [moved] = await tx.execute(
    sql`with ${chargeClauses({ accountId, id, credits, note })} select credits from moved`,
  );
  if (moved) return { chargeId: credits > 0 ? id : null };
  const [account] = await tx.execute<{ credits: string; status: string }>(
    sql`select credits, status from ${accounts} where id = ${accountId}`,
  );
  if (account?.status !== "active") return { refused: "suspended" };
  return { refused: "too_few", available: Number(account.credits) };
}
