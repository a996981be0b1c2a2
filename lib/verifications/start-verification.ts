import { and, eq, sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError, errorTable } from "../core/errors";
import { newId, parsePublicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { guardVerification } from "../fraud/guard-verification";
import { publishProgress } from "../queue/notice";
import { sendMessage } from "../sending/send-message";
import { codeOf } from "./_code-of";
import { isVerification } from "./_find-verification";
import { lapseVerifications } from "./_lapse-verifications";
import { giveSendBack, takeSend } from "./_take-send";
import { toVerificationView, type Verification } from "./_verification-view";
import { aboutTemplate, textWriter } from "./_write-text";
import { defaultSender, StartVerificationInput, type VerificationView } from "./contract";

const defaultTtlSeconds = 600;
const defaultLength = 6;

interface Wanted {
  actor: Actor;
  /** A `StartVerificationInput` that nobody has checked. */
  input: unknown;
}

/**
 * Sends a code to a number, as a message like any other whose text is never stored. While a verification of the number is
 * pending, the same code is sent again and works longer; the checks stay counted. Throws invalid_request, rate_limited
 * beyond five sends to a number in ten minutes, verification_blocked, and whatever refuses the message; then nothing was started.
 */
export async function startVerification({ actor, input }: Wanted): Promise<VerificationView> {
  demandPermission(actor, "send_messages");
  const wanted = parseInput(StartVerificationInput, input);
  const write = await textWriter({ actor, input: wanted });
  await guardVerification({ actor, to: wanted.to });
  const place = await takeSend({ actor, to: wanted.to });
  const pending = await openVerification(actor, wanted);
  try {
    const text = write(codeOf(pending), wanted.ttl ?? defaultTtlSeconds);
    const messageId = await sendCode({ actor, wanted, pending, text });
    return await recordMessage(pending, messageId);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await takeSendBack(pending);
    await giveSendBack(place);
    throw aboutTemplate(error);
  }
}

/**
 * The pending verification of the number, whose time is moved, or a new one. It is stored before its code leaves, and
 * counts the message that is about to, so that another request that fails meanwhile does not remove it.
 */
async function openVerification(
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

interface Sending {
  actor: Actor;
  wanted: StartVerificationInput;
  pending: Verification;
  text: string;
}

async function sendCode({ actor, wanted, pending, text }: Sending): Promise<string | null> {
  const { accepted } = await sendMessage({
    actor,
    input: {
      from: wanted.from ?? defaultSender,
      to: pending.to,
      body: text,
      validity: wanted.ttl ?? defaultTtlSeconds,
      client_ref: pending.clientRef,
      store_body: false,
    },
  });
  return parsePublicId("msg", accepted.message_id ?? "") ?? null;
}

async function recordMessage(
  pending: Verification,
  messageId: string | null,
): Promise<VerificationView> {
  const [row = { ...pending, messageId }] = await db()
    .update(verifications)
    .set({ messageId })
    .where(isVerification(pending))
    .returning();
  return toVerificationView(row, await databaseNow());
}

/** Its message was refused. What no message was sent for goes; what one was sent for before stays as it was. */
async function takeSendBack(pending: Verification): Promise<void> {
  await db().transaction(async (tx) => {
    const [left] = await tx
      .update(verifications)
      .set({ sends: sql`${verifications.sends} - 1` })
      .where(isVerification(pending))
      .returning({ sends: verifications.sends });
    if (left?.sends === 0) await tx.delete(verifications).where(isVerification(pending));
  });
}

/** What is no refusal, or says that the database was busy, may have stored the message: all stays as if it had. */
function isRefusal(error: unknown): error is AppError {
  if (!(error instanceof AppError) || error.code === "conflict") return false;
  return errorTable[error.code].status < 500;
}
