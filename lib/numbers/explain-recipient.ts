import "server-only";
import { invisible, tidyNumber } from "../sms/tidy-number";
import { readE164 } from "./_read-e164";
import { quoted, untidySentence } from "./_untidy-sentence";

/** A sentence that names the number in what the API takes for none; undefined where there is none to name. */
export function explainRecipient(written: string): string | undefined {
  const tidy = tidyNumber(written);
  if ("problem" in tidy) {
    return tidy.problem === "spreadsheet" ? untidySentence(tidy.problem, written) : undefined;
  }
  const reading = readE164(tidy.digits);
  if (!("to" in reading)) return undefined;
  const hidden = written.match(invisible)?.[0]?.codePointAt(0);
  if (hidden === undefined) return `${quoted(written)} is not in E.164 form. Use ${reading.to}.`;
  const code = hidden.toString(16).toUpperCase().padStart(4, "0");
  return `The number contains an invisible character (U+${code}). Use ${reading.to}.`;
}
