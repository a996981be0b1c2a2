import { verifications } from "@/drizzle/schema/verifications";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError, errorTable } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { sendMessage } from "../sending/send-message";
import { findRepeated } from "./_find-repeated";
import { isVerification } from "./_find-verification";
import { messageOf } from "./_message-of";
import { openVerification, takeSendBack } from "./_open-verification";
import { giveSendBack, takeSend } from "./_take-send";
import { toVerificationView, type Verification } from "./_verification-view";
import { aboutTemplate, textWriter } from "./_write-text";
import { StartVerificationInput, type VerificationView } from "./contract";

interface Wanted {
  actor: Actor;
  /** A `StartVerificationInput` that nobody has checked. */
  input: unknown;
}

interface StartedVerification {
  verification: VerificationView;
  /** Whether the key was used before: no message was sent. */
  isReplay: boolean;
}

/**
 * Sends a code to a number, as a message like any other whose text is stored with the code masked. While a verification
 * of the number is pending, the same code is sent again and works longer; the checks stay counted. A repeated key is the
 * verification of the first request, as it is now. Throws invalid_request, idempotency_mismatch, rate_limited beyond five
 * sends to a number in ten minutes, and whatever refuses the message; then nothing was started.
 */
export async function startVerification({ actor, input }: Wanted): Promise<StartedVerification> {
  demandPermission(actor, "send_messages");
  const wanted = parseInput(StartVerificationInput, input);
  const write = await textWriter({ actor, input: wanted });
  const repeated = await findRepeated({ actor, wanted, write });
  if (repeated) {
    return { verification: toVerificationView(repeated, await databaseNow()), isReplay: true };
  }
  const place = await takeSend({ actor, to: wanted.to });
  const pending = await openVerification(actor, wanted);
  const takeBack = async () => {
    await takeSendBack(pending);
    await giveSendBack(place);
  };
  try {
    const message = messageOf({ verification: pending, wanted, write });
    const { accepted, isReplay } = await sendMessage({ actor, ...message });
    // The same request at the same moment was quicker.
    if (isReplay) await takeBack();
    return { verification: await recordMessage(pending, accepted.message_id), isReplay };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await takeBack();
    throw aboutTemplate(error);
  }
}

async function recordMessage(
  pending: Verification,
  publicMessageId: string | null,
): Promise<VerificationView> {
  const messageId = parsePublicId("msg", publicMessageId ?? "") ?? null;
  const [row = { ...pending, messageId }] = await db()
    .update(verifications)
    .set({ messageId })
    .where(isVerification(pending))
    .returning();
  return toVerificationView(row, await databaseNow());
}

/** What is no refusal, or says that the database was busy, may have stored the message: all stays as if it had. */
function isRefusal(error: unknown): error is AppError {
  if (!(error instanceof AppError) || error.code === "conflict") return false;
  return errorTable[error.code].status < 500;
}
