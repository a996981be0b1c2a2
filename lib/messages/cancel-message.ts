import { and, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { refundCredits } from "../credits/refund-credits";
import { publishChange } from "../queue/notice";
import { toMessageView } from "./_message-view";
import type { MessageView } from "./contract";
import { endMessages } from "./end-messages";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { recordEvents } from "./record-events";
import { messageSentences } from "./sentences";
import { sourceOf } from "./source-of";
import { canMove } from "./status";
import { visibleTo } from "./visible-to";

interface Wanted {
  actor: Actor;
  /** As on the wire, `msg_…`. */
  input: { messageId: string };
}

/**
 * Cancels a message that was not sent to the carrier, and refunds its credits in the same commit. A second time changes
 * nothing. Throws conflict when the carrier may have it, not_found when the actor can't see it, and forbidden without
 * the permission `send_messages`.
 */
export async function cancelMessage({ actor, input }: Wanted): Promise<MessageView> {
  demandPermission(actor, "send_messages");
  const { accountId } = actor;
  const id = readMessageId(input.messageId);
  const mine = and(visibleTo(actor), eq(messages.id, id));
  const view = await db().transaction(async (tx) => {
    const [row] = await tx.select().from(messages).where(mine).for("update");
    if (!row) throw noSuchMessage();
    if (row.status === "cancelled") return toMessageView(row);
    if (!canMove(row.status, "cancelled")) {
      throw new AppError("conflict", messageSentences.tooLateToCancel({ status: row.status }));
    }
    if (row.offeredAt) {
      throw new AppError("conflict", messageSentences.atTheCarrier);
    }
    const refundId =
      row.credits > 0
        ? await refundCredits(
            { accountId, credits: row.credits, note: "Cancelled before sending" },
            tx,
          )
        : null;
    const at = new Date();
    const end = { status: "cancelled", reason: null, refundId } as const;
    await endMessages({ accountId, rows: [row], ...end, at }, tx);
    await recordEvents(
      accountId,
      [
        {
          messageId: id,
          type: "cancelled",
          source: sourceOf(actor),
          test: row.test,
          terminal: true,
        },
      ],
      tx,
    );
    return toMessageView({ ...row, ...end, endedAt: at, waitReason: null });
  });
  publishChange(accountId, [id]);
  return view;
}
