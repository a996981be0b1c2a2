import { and, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { refundCredits } from "../credits/refund-credits";
import { publishChange } from "../queue/notice";
import { toMessageView } from "./_message-view";
import type { MessageView } from "./contract";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { recordEvents } from "./record-events";
import { canMove } from "./status";
import type { Viewer } from "./viewer";
import { visibleTo } from "./visible-to";

/**
 * Cancels a message that has not left; its credits come back in the same commit. Cancelling twice is
 * fine. Throws conflict when it has been handed over, not_found when it is not there or the viewer
 * cannot see it.
 */
export async function cancelMessage(
  viewer: Viewer,
  messageId: string,
  source: "api" | "panel",
): Promise<MessageView> {
  const { accountId } = viewer;
  const id = readMessageId(messageId);
  const mine = and(visibleTo(viewer), eq(messages.id, id));
  const view = await db().transaction(async (tx) => {
    const [row] = await tx.select().from(messages).where(mine).for("update");
    if (!row) throw noSuchMessage();
    if (row.status === "cancelled") return toMessageView(row);
    if (!canMove(row.status, "cancelled")) {
      throw new AppError(
        "conflict",
        `This message can't be cancelled: its status is ${row.status}.`,
      );
    }
    if (row.offeredAt) {
      throw new AppError("conflict", "This message can't be cancelled: the carrier may have it.");
    }
    const refundId =
      row.credits > 0
        ? await refundCredits(
            { accountId, credits: row.credits, note: "Cancelled before sending" },
            tx,
          )
        : null;
    const [cancelled] = await tx
      .update(messages)
      .set({ status: "cancelled", endedAt: new Date(), refundId, waitReason: null })
      .where(mine)
      .returning();
    await recordEvents(
      accountId,
      [{ messageId: id, type: "cancelled", source, test: row.test, terminal: true }],
      tx,
    );
    return toMessageView(cancelled ?? row);
  });
  publishChange(accountId, [id]);
  return view;
}
