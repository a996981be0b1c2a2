import { AppError, type FieldErrors } from "../core/errors";
import { fieldErrors } from "../core/parse-input";
import { checkRecipient } from "../numbers/check-recipient";
import { SendMessageInput } from "./contract";

/**
 * Checks a send as it came over the wire and returns it in our names. Throws invalid_request that names
 * every wrong field at once, each with its sentences.
 */
export function validateSend(wire: unknown): SendMessageInput {
  const parsed = SendMessageInput.safeParse(wire);
  const fields = fieldErrors(parsed.error);
  if (!fields["to"]) {
    const refusal = checkRecipient(recipientOf(wire));
    if (refusal) fields["to"] = [refusal];
  }
  if (parsed.success && Object.keys(fields).length === 0) return parsed.data;
  throw invalidFields(fields);
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
