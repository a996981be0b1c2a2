import { AppError, type FieldSentences } from "./errors";
import { joinedSentences } from "./sentence";

/** The one way to say that fields are wrong: invalid_request with a sentence for each. */
export function invalidFields(fields: FieldSentences): AppError {
  const firsts = Object.values(fields).flatMap(([first]) => first ?? []);
  return new AppError("invalid_request", joinedSentences(firsts), { fields });
}
