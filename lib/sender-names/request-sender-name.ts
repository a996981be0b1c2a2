import { eq, sql } from "drizzle-orm";
import { senderNames } from "@/drizzle/schema/sender-names";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { keyOfName, maxNames, SenderNameInput } from "./contract";
import { senderNameSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `SenderNameInput` that nobody has checked. */
  input: unknown;
}

/**
 * Asks for a name to send from; one that was rejected may be asked for again. Throws invalid_request for a name that is
 * none, or that is requested or approved already, conflict when there are too many, and forbidden without `send_messages`.
 */
export async function requestSenderName({ actor, input }: Wanted): Promise<{ name: string }> {
  demandPermission(actor, "send_messages");
  const { accountId } = actor;
  const { name, purpose } = parseInput(SenderNameInput, input);
  const [counted] = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(senderNames)
    .where(eq(senderNames.accountId, accountId));
  if ((counted?.count ?? 0) >= maxNames) {
    throw new AppError("conflict", senderNameSentences.tooMany({ max: maxNames }));
  }
  const again = { name, purpose, status: "requested", reason: null, decidedBy: null } as const;
  await db().transaction(async (tx) => {
    const requested = await tx
      .insert(senderNames)
      .values({ accountId, key: keyOfName(name), name, purpose })
      .onConflictDoUpdate({
        target: [senderNames.accountId, senderNames.key],
        set: { ...again, requestedAt: sql`excluded.requested_at`, decidedAt: null },
        setWhere: eq(senderNames.status, "rejected"),
      })
      .returning({ name: senderNames.name });
    if (requested.length === 0) throw invalidFields({ name: [senderNameSentences.known] });
    const target = { name };
    await recordActivity({ actor, action: "sender_name.requested", target }, tx);
  });
  return { name };
}
