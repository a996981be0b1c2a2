import { eq } from "drizzle-orm";
import { commonCallbacks } from "@/drizzle/schema/carriers";
import { db } from "../core/db";

/** Whether a carrier may still report to an address with the secret that all carriers had in earlier releases. */
export async function hasCommonSecret(carrier: string): Promise<boolean> {
  const rows = await db()
    .select()
    .from(commonCallbacks)
    .where(eq(commonCallbacks.carrier, carrier));
  return rows.length > 0;
}
