import type { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { fieldSentences } from "../core/parse-input";
import { RepeatedSendInput, SendMessageInput } from "../messages/contract";
import { checkRecipient } from "../numbers/check-recipient";
import { explainRecipient } from "../numbers/explain-recipient";
import { maxTypedLength } from "../sms/tidy-number";

interface ValidSend {
  input: SendMessageInput;
  /** Set when its time has passed: then it may only be the repeat of a request that was accepted before. */
  late: AppError | null;
}

/**
 * Checks a send as it came over the wire and returns it in our names. Throws invalid_request that names
 * every wrong field at once, each with its sentences.
 */
export function validateSend(wire: unknown): ValidSend {
  const parsed = SendMessageInput.safeParse(wire);
  const fields = fieldSentences(parsed.error);
  const to = recipientOf(wire);
  const refusal = fields["to"] ? explainRecipient(to) : checkRecipient(to.replace(/^\+/, ""));
  if (refusal) fields["to"] = [refusal];
  const wrong = Object.keys(fields);
  if (parsed.success && wrong.length === 0) return { input: parsed.data, late: null };
  const late = invalidFields(fields);
  const repeated = wrong.join() === "scheduled_at" ? RepeatedSendInput.safeParse(wire).data : null;
  if (repeated?.idempotencyKey && !repeated.isDryRun) return { input: repeated, late };
  throw late;
}

function recipientOf(wire: unknown): string {
  const to = typeof wire === "object" && wire !== null && "to" in wire ? wire.to : "";
  return typeof to === "string" && to.length <= maxTypedLength ? to : "";
}
