import { eq } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { deliveredParts } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";

/** Erases which of an account's messages the IDs of carriers mean. */
export async function eraseRefs(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(deliveredParts).where(eq(deliveredParts.accountId, accountId));
  await tx.delete(carrierMessages).where(eq(carrierMessages.accountId, accountId));
}
