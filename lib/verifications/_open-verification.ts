import { and, eq, sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import type { Actor } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { coreSentences } from "../core/sentences";
import { publishProgress } from "../queue/notice";
import { isVerification } from "./_find-verification";
import { lapseVerifications } from "./_lapse-verifications";
import type { Verification } from "./_verification-view";
import { defaultLength, defaultTtlSeconds, type StartVerificationInput } from "./contract";

/**
 * The pending verification of the number, whose time is moved, or a new one. It is stored before its code leaves, and
 * counts the message that is about to, so that another request that fails meanwhile does not remove it.
 */
export async function openVerification(
  { accountId, mode }: Actor,
  { to, ttl, code_length: codeLength, client_ref: clientRef }: StartVerificationInput,
): Promise<Verification> {
  const test = mode === "test";
  const { row, ended } = await db().transaction(async (tx) => {
    const now = await databaseNow(tx);
    const which = and(eq(verifications.test, test), eq(verifications.to, to));
    const ended = await lapseVerifications({ accountId, which, now, limit: 1 }, tx);
    const expiresAt = new Date(now.getTime() + (ttl ?? defaultTtlSeconds) * 1000);
    const [row] = await tx
      .insert(verifications)
      .values({
        accountId,
        id: newId(),
        test,
        status: "pending",
        to,
        isDecoy: false,
        codeLength: codeLength ?? defaultLength,
        sends: 1,
        clientRef: clientRef ?? null,
        createdAt: now,
        expiresAt,
      })
      .onConflictDoUpdate({
        target: [verifications.accountId, verifications.test, verifications.to],
        targetWhere: sql`status = 'pending' and not decoy`,
        set: {
          sends: sql`${verifications.sends} + 1`,
          expiresAt: sql`greatest(${verifications.expiresAt}, excluded.expires_at)`,
        },
      })
      .returning();
    if (!row) throw new AppError("internal", coreSentences.internal);
    return { row, ended };
  });
  publishProgress(accountId, ended);
  return row;
}

/** No message was stored for it. What none was sent for before goes; what one was sent for stays as it was. */
export async function takeSendBack(pending: Verification): Promise<void> {
  await db().transaction(async (tx) => {
    const [left] = await tx
      .update(verifications)
      .set({ sends: sql`${verifications.sends} - 1` })
      .where(isVerification(pending))
      .returning({ sends: verifications.sends });
    if (left?.sends === 0) await tx.delete(verifications).where(isVerification(pending));
  });
}
