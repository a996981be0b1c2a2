import { AppError, type FieldErrors } from "../core/errors";
import { fieldErrors } from "../core/parse-input";
import { checkRecipient } from "../numbers/check-recipient";
import { RepeatedSendInput, SendMessageInput } from "./contract";

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
  const fields = fieldErrors(parsed.error);
  if (!fields["to"]) {
    const refusal = checkRecipient(recipientOf(wire));
    if (refusal) fields["to"] = [refusal];
  }
  const wrong = Object.keys(fields);
  if (parsed.success && wrong.length === 0) return { input: parsed.data, late: null };
  const refusal = invalidFields(fields);
  const repeated = wrong.join() === "scheduled_at" ? RepeatedSendInput.safeParse(wire).data : null;
  if (repeated?.idempotencyKey && !repeated.isDryRun) return { input: repeated, late: refusal };
  throw refusal;
}

/** The one way to say that fields are wrong. */
export function invalidFields(fields: FieldErrors): AppError {
  const sentences = Object.values(fields).flat();
  return new AppError("invalid_request", sentences.join(" "), { fields });
}

function recipientOf(wire: unknown): string {
  const to = typeof wire === "object" && wire !== null && "to" in wire ? wire.to : "";
  return String(to).replace(/^\+/, "");
}
