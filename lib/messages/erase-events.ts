import { eq } from "drizzle-orm";
import { messageEvents } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";

/** Erases what carriers reported word for word, which names recipients, from the history of an account's messages. */
export async function eraseEvents(accountId: string, tx: Tx): Promise<void> {
  await tx.update(messageEvents).set({ raw: null }).where(eq(messageEvents.accountId, accountId));
}
