import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { AppError, errorTable } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { guardVerification } from "../fraud/guard-verification";
import { sendMessage } from "../sending/send-message";
import { wasLocked } from "../sending/was-locked";
import { UnprovenTokenError } from "../tokens/unproven-token";
import { findRepeated } from "./_find-repeated";
import { messageOf } from "./_message-of";
import { openVerification, takeSendBack } from "./_open-verification";
import { recordMessage } from "./_record-message";
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
 * sends to a number in ten minutes, verification_blocked, and whatever refuses the message; then nothing was started.
 */
export async function startVerification({ actor, input }: Wanted): Promise<StartedVerification> {
  demandPermission(actor, "send_messages");
  const wanted = parseInput(StartVerificationInput, input);
  const write = await textWriter({ actor, input: wanted });
  const repeated = await findRepeated({ actor, wanted, write });
  if (repeated) {
    return { verification: toVerificationView(repeated, await databaseNow()), isReplay: true };
  }
  await guardVerification({ actor, to: wanted.to });
  const place = await takeSend({ actor, to: wanted.to });
  const opened = await openVerification(actor, wanted).catch(async (error: unknown) => {
    await giveSendBack(place);
    throw error;
  });
  const takeBack = async () => {
    await takeSendBack(opened.verification);
    await giveSendBack(place);
  };
  const { accepted, isReplay } = await send(opened.verification).catch(async (error: unknown) => {
    if (!mayBeStored(error)) await takeBack();
    throw error instanceof AppError ? aboutTemplate(error) : error;
  });
  // The same request at the same moment was quicker.
  if (isReplay) await takeBack();
  const verification = await recordMessage(opened, { messageId: accepted.message_id, isReplay });
  return { verification, isReplay };

  async function send(verification: Verification) {
    return sendMessage({ actor, ...messageOf({ verification, wanted, write }) });
  }
}

/** Whether the message may have been stored all the same: then all stays as if it was. */
function mayBeStored(error: unknown): boolean {
  if (error instanceof UnprovenTokenError || wasLocked(error)) return false;
  return !(error instanceof AppError) || errorTable[error.code].status >= 500;
}
