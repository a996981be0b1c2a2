import { and, eq, notExists, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { sends } from "@/drizzle/schema/sends";
import { db } from "../core/db";

/** Forgets a send that has no message: all of its recipients were rejected. */
export async function dropEmptySend(accountId: string, sendId: string): Promise<void> {
  const itsMessages = db()
    .select({ one: sql`1` })
    .from(messages)
    .where(and(eq(messages.accountId, sends.accountId), eq(messages.sendId, sends.id)));
  await db()
    .delete(sends)
    .where(and(eq(sends.accountId, accountId), eq(sends.id, sendId), notExists(itsMessages)));
}
