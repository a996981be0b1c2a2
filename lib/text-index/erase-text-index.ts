import { eq } from "drizzle-orm";
import { textSegments } from "@/drizzle/schema/text-index";
import type { Tx } from "../core/db";

/** Erases the index of an account's texts. */
export async function eraseTextIndex(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(textSegments).where(eq(textSegments.accountId, accountId));
}
