import "server-only";
import type { Sentence } from "../core/sentence";
import { invisible, tidyNumber } from "../sms/tidy-number";
import { readE164 } from "./_read-e164";
import { quoted, untidySentence } from "./_untidy-sentence";
import { numberSentences } from "./sentences";

/** A sentence that names the number in what the API takes for none; undefined where there is none to name. */
export function explainRecipient(written: string): Sentence | undefined {
  const tidy = tidyNumber(written);
  if ("problem" in tidy) {
    return tidy.problem === "spreadsheet" ? untidySentence(tidy.problem, written) : undefined;
  }
  const reading = readE164(tidy.digits);
  if (!("to" in reading)) return undefined;
  const hidden = written.match(invisible)?.[0]?.codePointAt(0);
  if (hidden === undefined)
    return numberSentences.otherForm({ written: quoted(written), whole: reading.to });
  const code = `U+${hidden.toString(16).toUpperCase().padStart(4, "0")}`;
  return numberSentences.invisible({ code, whole: reading.to });
}
