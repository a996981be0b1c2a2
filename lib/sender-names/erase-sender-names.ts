import { eq } from "drizzle-orm";
import { senderNames } from "@/drizzle/schema/sender-names";
import type { Tx } from "../core/db";

/** Erases the sender names of an account. */
export async function eraseSenderNames(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(senderNames).where(eq(senderNames.accountId, accountId));
}
