import { and, eq } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { toInboundView, visibleInbound } from "./_inbound-view";
import type { InboundView } from "./contract";
import { inboundSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** As on the wire, `inb_…`. */
  input: { messageId: string };
}

/**
 * One message from a phone. Throws not_found, also for one that the actor can't see, and forbidden without `read_messages`.
 */
export async function getInbound({ actor, input }: Wanted): Promise<InboundView> {
  demandPermission(actor, "read_messages");
  const id = parsePublicId("inb", input.messageId);
  const [row] = id
    ? await db()
        .select()
        .from(inboundMessages)
        .where(and(visibleInbound(actor), eq(inboundMessages.id, id)))
    : [];
  if (!row) throw new AppError("not_found", inboundSentences.notFound);
  return toInboundView(row);
}
