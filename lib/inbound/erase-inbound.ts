import { eq } from "drizzle-orm";
import { inboundMessages, numbers } from "@/drizzle/schema/inbound";
import type { Tx } from "../core/db";

/** Erases what phones sent to an account, and takes its numbers from it. */
export async function eraseInbound(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(inboundMessages).where(eq(inboundMessages.accountId, accountId));
  await tx.delete(numbers).where(eq(numbers.accountId, accountId));
}
