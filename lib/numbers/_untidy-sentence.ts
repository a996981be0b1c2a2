import type { Sentence } from "../core/sentence";
import { numberSentences } from "./sentences";

/** What is wrong with a text that is no number. */
export function untidySentence(problem: "spreadsheet" | "not_a_number", written: string): Sentence {
  if (problem === "not_a_number") {
    return numberSentences.notE164;
  }
  return numberSentences.spreadsheet({ written: quoted(written) });
}

/** The beginning of what was written, for a sentence. */
export function quoted(written: string): string {
  return written.trim().slice(0, 40);
}
