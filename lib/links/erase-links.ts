import { and, eq, sql } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";

/** Erases the links of an account that sends nothing any more. */
export async function eraseLinks(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(shortLinks).where(eq(shortLinks.accountId, accountId));
}

/** Erases the links of the messages to a person, as long as their number is on them. */
export async function eraseLinksTo(
  { accountId, number }: { accountId: string; number: string },
  tx: Tx,
): Promise<void> {
  const isTheirs = sql`${shortLinks.messageId} = any(array(
    select id from ${messages} where account_id = ${accountId}::uuid and recipient = ${number}
  ))`;
  await tx.delete(shortLinks).where(and(eq(shortLinks.accountId, accountId), isTheirs));
}
