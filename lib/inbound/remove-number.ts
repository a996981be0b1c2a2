import { eq } from "drizzle-orm";
import { numbers } from "@/drizzle/schema/inbound";
import { recordActivity } from "../activity/record-activity";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { inboundSentences } from "./sentences";

/** Takes a number from its account; what was sent to it stays. For the administrator's commands. Throws not_found. */
export async function removeNumber(number: string): Promise<void> {
  await db().transaction(async (tx) => {
    const [removed] = await tx
      .delete(numbers)
      .where(eq(numbers.number, number.replace(/^\+/, "")))
      .returning();
    if (!removed) throw new AppError("not_found", inboundSentences.noSuchNumber);
    const { accountId, carrier } = removed;
    const target = { name: removed.number };
    const actor = operatorOf(accountId);
    await recordActivity({ actor, action: "number.removed", target, before: { carrier } }, tx);
  });
}
