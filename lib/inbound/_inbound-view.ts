import { and, eq, type SQL } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import type { Actor } from "../core/actor";
import { publicId } from "../core/ids";
import type { InboundView } from "./contract";

/** The received messages an actor can see: those of the account, and with a mode only those of the mode. */
export function visibleInbound({
  accountId,
  mode,
}: Pick<Actor, "accountId" | "mode">): SQL | undefined {
  return and(
    eq(inboundMessages.accountId, accountId),
    mode === null ? undefined : eq(inboundMessages.test, mode === "test"),
  );
}

/** A row in the words of the wire. */
export function toInboundView(row: typeof inboundMessages.$inferSelect): InboundView {
  return {
    message_id: publicId("inb", row.id),
    from: row.from,
    to: row.to,
    body: row.body,
    keyword: row.keyword,
    in_reply_to: row.inReplyTo && publicId("msg", row.inReplyTo),
    carrier: row.carrier,
    sent_at: row.at.toISOString(),
    received_at: row.receivedAt.toISOString(),
    test: row.test,
    body_erased_at: row.bodyErasedAt?.toISOString() ?? null,
  };
}
