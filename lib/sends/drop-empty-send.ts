import { and, eq, notExists, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { sends } from "@/drizzle/schema/sends";
import { type Actor, demandScope } from "../core/actor";
import { db } from "../core/db";

interface Wanted {
  actor: Actor;
  input: { sendId: string };
}

/** Deletes a send that has no message: all of its recipients were rejected. Throws forbidden without the scope `send`. */
export async function dropEmptySend({ actor, input }: Wanted): Promise<void> {
  demandScope(actor, "send");
  const itsMessages = db()
    .select({ one: sql`1` })
    .from(messages)
    .where(and(eq(messages.accountId, sends.accountId), eq(messages.sendId, sends.id)));
  await db()
    .delete(sends)
    .where(
      and(eq(sends.accountId, actor.accountId), eq(sends.id, input.sendId), notExists(itsMessages)),
    );
}
