import { and, eq } from "drizzle-orm";
import { senderNames } from "@/drizzle/schema/sender-names";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { keyOfName, SenderNameKey } from "./contract";
import { senderNameSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `SenderNameKey` that nobody has checked. */
  input: unknown;
}

/** Takes a name off an account's list, whatever was decided about it. Throws not_found, and forbidden without `send_messages`. */
export async function removeSenderName({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "send_messages");
  const { name } = parseInput(SenderNameKey, input);
  const isIt = and(
    eq(senderNames.accountId, actor.accountId),
    eq(senderNames.key, keyOfName(name)),
  );
  await db().transaction(async (tx) => {
    const [removed] = await tx.delete(senderNames).where(isIt).returning();
    if (!removed) throw new AppError("not_found", senderNameSentences.notFound);
    const { name: called, status } = removed;
    const event = { action: "sender_name.removed", target: { name: called } } as const;
    await recordActivity({ actor, ...event, before: { status } }, tx);
  });
}
