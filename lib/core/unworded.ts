import { translateSentence } from "../language/translate-sentence";
import { type Sentence, sentences } from "./sentence";

const { plain } = sentences("unworded", {
  plain: ({ text }: { text: string }) => ({ en: text, pl: translateSentence("pl", text) }),
});

/** A text that has no key yet: its Polish is found by its English. */
export function unworded(given: Sentence | string): Sentence {
  return typeof given === "string" ? plain({ text: given }) : given;
}

/** The same for every field. */
export function unwordedFields(
  fields: Record<string, (Sentence | string)[]>,
): Record<string, Sentence[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, given]) => [name, given.map(unworded)]),
  );
}
