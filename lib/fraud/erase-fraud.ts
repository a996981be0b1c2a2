import { eq } from "drizzle-orm";
import { verificationCountries, verificationStops } from "@/drizzle/schema/fraud";
import type { Tx } from "../core/db";

/** Erases what is kept here of an account that sends no codes any more. */
export async function eraseFraud(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(verificationStops).where(eq(verificationStops.accountId, accountId));
  await tx.delete(verificationCountries).where(eq(verificationCountries.accountId, accountId));
}
