import { and, eq, isNull, sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { storableText } from "../core/storable-text";
import { visibleInbound } from "./_inbound-view";

interface Wanted {
  actor: Actor;
  input: { phone: string };
}

/** Marks what a phone sent as read. Returns how many messages that changed. Throws forbidden without `read_messages`. */
export async function markRead({ actor, input }: Wanted): Promise<number> {
  demandPermission(actor, "read_messages");
  // What an administrator sees, nobody of the account has read.
  if (actor.kind === "user" && actor.viewing) return 0;
  const phone = storableText(input.phone.slice(0, 200));
  const marked = await db()
    .update(inboundMessages)
    .set({ readAt: sql`now()` })
    .where(
      and(visibleInbound(actor), eq(inboundMessages.from, phone), isNull(inboundMessages.readAt)),
    )
    .returning({ id: inboundMessages.id });
  return marked.length;
}
