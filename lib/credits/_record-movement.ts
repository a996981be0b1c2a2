import { sql } from "drizzle-orm";
import type { Tx } from "../core/db";
import { AppError } from "../core/errors";
import { type Movement, movementClauses } from "./_movement-clauses";

/** Makes one movement of credits and returns the new balance. Throws not_found for a missing account. */
export async function recordMovement(movement: Movement, tx: Tx): Promise<number> {
  const [account] = await tx.execute<{ credits: string }>(
    sql`with ${movementClauses(movement)} select credits from moved`,
  );
  if (!account) throw new AppError("not_found", "There is no such account.");
  return Number(account.credits);
}
