import { and, eq, ne } from "drizzle-orm";
import { senderNames } from "@/drizzle/schema/sender-names";
import { notifyOwners } from "../accounts/notify-owners";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandAdmin } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { decisionLetter } from "./_decision-letter";
import { keyOfName, SenderNameDecision } from "./contract";
import { senderNameSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** `wanted` is a `SenderNameDecision` that nobody has checked. */
  input: { accountId: string; wanted: unknown };
}

/**
 * Approves or rejects a name that an account asked for, also one that was decided about before, and emails the account. The
 * same decision again changes nothing. Throws not_found, and forbidden unless by an administrator.
 */
export async function decideSenderName({ actor, input }: Wanted): Promise<{ name: string }> {
  demandAdmin(actor);
  const { accountId } = input;
  const wanted = parseInput(SenderNameDecision, input.wanted);
  const reason = wanted.decision === "reject" ? wanted.reason : null;
  const status = wanted.decision === "reject" ? "rejected" : "approved";
  const isNamed = and(
    eq(senderNames.accountId, accountId),
    eq(senderNames.key, keyOfName(wanted.name)),
  );
  const decidedBy = actor.kind === "user" ? actor.email : actor.kind;
  const decidedAt = await databaseNow();
  const decided = await db().transaction(async (tx) => {
    const changed = await tx
      .update(senderNames)
      .set({ status, reason, decidedAt, decidedBy })
      .where(and(isNamed, ne(senderNames.status, status)))
      .returning({ name: senderNames.name });
    for (const target of changed) {
      const after = reason === null ? undefined : { reason };
      const action = reason === null ? "sender_name.approved" : "sender_name.rejected";
      await recordActivity({ actor, action, accountId, target, after }, tx);
    }
    return changed;
  });
  const [changed] = decided;
  if (changed) {
    await notifyOwners(accountId, decisionLetter({ name: changed.name, reason }));
    return changed;
  }
  const [known] = await db().select({ name: senderNames.name }).from(senderNames).where(isNamed);
  if (!known) throw new AppError("not_found", senderNameSentences.notFound);
  return known;
}
