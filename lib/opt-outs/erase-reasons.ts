import { and, eq } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  number: string;
}

/**
 * Erases in whose words a number opted out. The opt-out itself stays, or the person would get messages again. Returns
 * whether there is one.
 */
export async function eraseReasons({ accountId, number }: Wanted, tx: Tx): Promise<boolean> {
  const kept = await tx
    .update(optOuts)
    .set({ reason: "" })
    .where(and(eq(optOuts.accountId, accountId), eq(optOuts.to, number)))
    .returning({ to: optOuts.to });
  return kept.length > 0;
}
