import { and, eq } from "drizzle-orm";
import { messageCallbacks } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

interface Wanted {
  actor: Actor;
  /** Of a message that was not stored after all. */
  input: { messageId: string };
}

/** Forgets where a message was to report to. Throws forbidden without `send_messages`. */
export async function dropCallback({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "send_messages");
  await db()
    .delete(messageCallbacks)
    .where(
      and(
        eq(messageCallbacks.accountId, actor.accountId),
        eq(messageCallbacks.messageId, input.messageId),
      ),
    );
}
