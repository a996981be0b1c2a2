import { eq } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import type { Tx } from "../core/db";

/** Erases the verifications of an account that starts none any more. */
export async function eraseVerifications(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(verifications).where(eq(verifications.accountId, accountId));
}
