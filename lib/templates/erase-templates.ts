import { eq } from "drizzle-orm";
import { templates } from "@/drizzle/schema/templates";
import type { Tx } from "../core/db";

/** Erases the saved texts of an account. */
export async function eraseTemplates(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(templates).where(eq(templates.accountId, accountId));
}
