import { eq } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import type { Tx } from "../core/db";

/** Erases who wanted no messages of an account that sends none any more. */
export async function eraseOptOuts(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(optOuts).where(eq(optOuts.accountId, accountId));
}
