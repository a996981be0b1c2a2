import { and, eq } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

/** Erases the links of an account that sends nothing any more. */
export async function eraseLinks(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(shortLinks).where(eq(shortLinks.accountId, accountId));
}

/** Erases the links of messages whose recipient is erased: what they lead to may say who it is. */
export async function eraseLinksOf(
  { accountId, messageIds }: { accountId: string; messageIds: string[] },
  tx: Tx,
): Promise<void> {
  await tx
    .delete(shortLinks)
    .where(and(eq(shortLinks.accountId, accountId), anyOf(shortLinks.messageId, messageIds)));
}
