import type { AppError, FieldSentences } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { fieldSentences } from "../core/parse-input";
import type { Sentence } from "../core/sentence";
import { SendMessageInput } from "../messages/contract";
import { maxRecipients } from "../sms/split-numbers";
import { sendingSentences } from "./sentences";

const maxSentences = 3;
const someNumber = "48732129000";

/** The refusal of a send none of whose recipients can be reached; every other wrong field is named with them. */
export function refuseRecipients(wire: object, sentences: readonly Sentence[]): AppError {
  const parsed = SendMessageInput.safeParse({ ...wire, to: someNumber });
  return invalidFields({ ...fieldSentences(parsed.error), to: firstOf(sentences) });
}

/** The refusal of more recipients than one form sends to. */
export function tooManyRecipients(count: number): AppError {
  return invalidFields({
    to: [sendingSentences.tooManyRecipients({ max: maxRecipients, count })],
  });
}

/** The refusal of all recipients: what is wrong with the text or the sender is wrong with each, else the numbers are. */
export function refuseAll(fields: readonly FieldSentences[]): AppError {
  const { to: _, ...shared } = fields[0] ?? {};
  if (Object.keys(shared).length > 0) return invalidFields(shared);
  return invalidFields({ to: firstOf(fields.flatMap((each) => each["to"] ?? [])) });
}

/** The first few of many sentences, and how many more there are. */
function firstOf(sentences: readonly Sentence[]): Sentence[] {
  const distinct = [...new Map(sentences.map((each) => [each.in("en"), each])).values()];
  const more = distinct.length - maxSentences;
  if (more <= 0) return distinct;
  return [...distinct.slice(0, maxSentences), sendingSentences.moreUnreachable({ count: more })];
}
