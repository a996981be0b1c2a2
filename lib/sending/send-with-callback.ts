import type { Actor } from "../core/actor";
import { AppError, errorTable } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { dropCallback } from "../webhooks/drop-callback";
import { saveCallback } from "../webhooks/save-callback";
import { type SentMessage, sendMessage } from "./send-message";

interface Wanted {
  actor: Actor;
  /** The body of `POST /api/sms`, which nobody has checked. */
  input: unknown;
  /** Where its statuses go, and the secret whose holder verifies that they are ours. */
  callback: { url: string; authToken: string };
}

/**
 * As `sendMessage`, for a message that reports its statuses to an address of its own. The address is stored first, so no
 * message leaves without it; it is forgotten when the message is refused, or is the repeat of an earlier request, whose
 * address stays. Throws invalid_request, too, for a URL that callbacks must not go to.
 */
export async function sendWithCallback({ actor, input, callback }: Wanted): Promise<SentMessage> {
  const messageId = newId();
  const forget = () => dropCallback({ actor, input: { messageId } });
  await saveCallback({ actor, input: { messageId, ...callback } });
  const sent = await sendMessage({ actor, input, messageId }).catch(async (error: unknown) => {
    // After any other failure the message may be stored all the same.
    if (isRefusal(error)) await forget();
    throw error;
  });
  if (sent.accepted.message_id !== publicId("msg", messageId)) await forget();
  return sent;
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof AppError) || error.code === "conflict") return false;
  return errorTable[error.code].status < 500;
}
