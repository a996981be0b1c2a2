import { AppError, type FieldErrors } from "./errors";
import { joinSentences } from "./join-sentences";

/** The one way to say that fields are wrong: invalid_request with a sentence for each. */
export function invalidFields(fields: FieldErrors): AppError {
  return new AppError("invalid_request", joinSentences(fields), { fields });
}
