import { and, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";

/** Notes in how many parts a message went out: so many receipts end it. The caller's transaction has locked it. */
export async function setParts(
  { accountId, id, parts }: { accountId: string; id: string; parts: number },
  tx: Tx,
): Promise<void> {
  await tx
    .update(messages)
    .set({ parts })
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
}
