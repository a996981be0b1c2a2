import { and, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandAdmin } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { refundCredits } from "../credits/refund-credits";
import { publishChange } from "../queue/notice";
import { endMessages } from "./end-messages";
import { hurryMessage } from "./hurry-messages";
import { ownerOfMessage } from "./owner-of-message";
import { noSuchMessage } from "./read-message-id";
import { recordEvents } from "./record-events";
import { messageSentences } from "./sentences";

interface Decided {
  actor: Actor;
  input: {
    /** As on the wire, `msg_…`. */
    messageId: string;
    /** `try_again` at once; `give_up` ends it as failed and gives its credits back. */
    decision: "try_again" | "give_up";
  };
}

const isWaiting = (status: string) => status === "queued" || status === "scheduled";

/**
 * Decides about a message of any account that is queued. Throws forbidden unless the actor is an administrator, not_found
 * if it is no longer queued, and conflict if it is to be given up and a carrier may have it, or is to be tried again and is
 * due already or held for its campaign.
 */
export async function settleStuck({ actor, input }: Decided): Promise<void> {
  demandAdmin(actor);
  const { id, accountId } = await ownerOfMessage({ actor, input });
  await db().transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.accountId, accountId), eq(messages.id, id)))
      .for("update");
    if (!row || !isWaiting(row.status)) throw noSuchMessage();
    if (input.decision === "give_up") await giveUp(row, tx);
    else if (!(await hurryMessage(accountId, id, tx))) {
      throw new AppError("conflict", messageSentences.notPutOff);
    }
    const target = { id: publicId("msg", id) };
    const after = { decision: input.decision };
    await recordActivity({ actor, accountId, action: "message.settled", target, after }, tx);
  });
  publishChange(accountId, [id]);
}

async function giveUp(row: typeof messages.$inferSelect, tx: Tx): Promise<void> {
  const { accountId, id, credits, test } = row;
  if (row.offeredAt) throw new AppError("conflict", messageSentences.atTheCarrier);
  const note = "The administrator gave it up";
  const refundId = credits > 0 ? await refundCredits({ accountId, credits, note }, tx) : null;
  const end = { status: "failed", reason: "given_up", refundId } as const;
  await endMessages({ accountId, rows: [row], ...end, at: new Date() }, tx);
  const event = { messageId: id, test, source: "panel" as const, terminal: true };
  await recordEvents(accountId, [{ ...event, type: "sms.failed", reason: "given_up" }], tx);
}
