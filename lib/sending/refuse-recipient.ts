import type { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { fieldSentences } from "../core/parse-input";
import type { Sentence } from "../core/sentence";
import { SendMessageInput } from "../messages/contract";

const someNumber = "48732129000";

/** The refusal of a send whose recipient can't be reached; every other wrong field is named with it. */
export function refuseRecipient(wire: object, sentence: Sentence): AppError {
  const parsed = SendMessageInput.safeParse({ ...wire, to: someNumber });
  return invalidFields({ ...fieldSentences(parsed.error), to: [sentence] });
}
