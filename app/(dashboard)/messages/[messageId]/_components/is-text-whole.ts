import { isErased, isTextless } from "@/components/word-erased";
import type { MessageTrace } from "@/lib/message-log/log-contract";

/** Whether the text that is shown is the one that was sent: nothing of it is erased, hidden, or a masked code. */
export function isTextWhole(message: MessageTrace): boolean {
  return !isErased(message) && !isTextless(message) && !message.verification_id;
}
