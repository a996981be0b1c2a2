import { type Sentence, sentences } from "./sentence";

const { operator } = sentences("operator", {
  operator: ({ text }: { text: string }) => ({ en: text, pl: text }),
});

/** A sentence in the terminal of whoever runs the server: the command line and the log are English. No screen shows it. */
export function operatorSentence(text: string): Sentence {
  return operator({ text });
}
