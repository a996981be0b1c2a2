import { AppError } from "./errors";
import { joinedSentences, type Sentence } from "./sentence";
import { unwordedFields } from "./unworded";

/** The one way to say that fields are wrong: invalid_request with a sentence for each. */
export function invalidFields(given: Record<string, (Sentence | string)[]>): AppError {
  const fields = unwordedFields(given);
  const firsts = Object.values(fields).flatMap(([first]) => first ?? []);
  return new AppError("invalid_request", joinedSentences(firsts), { fields });
}
