import { eq } from "drizzle-orm";
import { sends } from "@/drizzle/schema/sends";
import type { Tx } from "../core/db";

/** Erases the names of what an account sent to many. */
export async function eraseSends(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(sends).where(eq(sends.accountId, accountId));
}
