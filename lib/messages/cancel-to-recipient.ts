import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { publicId } from "../core/ids";
import { cancelMessage } from "./cancel-message";
import { mayBecome } from "./may-become";

const pageSize = 200;

interface Wanted {
  actor: Actor;
  input: { number: string };
}

/**
 * Cancels every message to a number that waits and that no carrier may have, with its credits back; one that leaves
 * meanwhile goes on. Throws forbidden without `send_messages`.
 */
export async function cancelToRecipient({ actor, input }: Wanted): Promise<void> {
  let last: string | undefined;
  do {
    const rows = await db()
      .select({ id: messages.id })
      .from(messages)
      .where(
        and(
          eq(messages.accountId, actor.accountId),
          eq(messages.to, input.number),
          mayBecome("cancelled"),
          isNull(messages.offeredAt),
          last === undefined ? undefined : gt(messages.id, last),
        ),
      )
      .orderBy(asc(messages.id))
      .limit(pageSize);
    for (const { id } of rows) await cancelUnlessLeft(actor, publicId("msg", id));
    last = rows.length === pageSize ? rows.at(-1)?.id : undefined;
  } while (last !== undefined);
}

async function cancelUnlessLeft(actor: Actor, messageId: string): Promise<void> {
  try {
    await cancelMessage({ actor, input: { messageId } });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
  }
}
