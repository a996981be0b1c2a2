import { sql } from "drizzle-orm";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import { type Movement, movementClauses } from "./_movement-clauses";

interface Moved {
  /** The new balance. */
  credits: number;
  /** Credits the account still owes for refunded payments. */
  owed: number;
}

/** Records one ledger transaction and returns what the account has and owes. Throws not_found for a missing account. */
export async function recordMovement(movement: Movement, tx: Tx): Promise<Moved> {
  const [account] = await tx.execute<{ credits: string; owed: string }>(
    sql`with ${movementClauses(movement)} select credits, owed from moved`,
  );
  if (!account) throw new AppError("not_found", coreSentences.accountNotFound);
  return { credits: Number(account.credits), owed: Number(account.owed) };
}
