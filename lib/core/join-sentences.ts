import type { FieldErrors } from "./errors";

/** What is wrong in one text: the first sentence about each field, each ending with a period. */
export function joinSentences(fields: FieldErrors): string {
  const sentences = Object.values(fields).flatMap(([first]) => first ?? []);
  return sentences.map((each) => (/[.!?…]$/.test(each) ? each : `${each}.`)).join(" ");
}
