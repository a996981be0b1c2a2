import type { Sentence } from "../core/sentence";
import { smsSentences } from "./sentences";

// C0 controls but LF and CR, the noncharacters U+FFFE and U+FFFF, and halves of a surrogate pair. DEL and C1
// controls (U+007F–U+009F) are left alone: UCS-2 carries them and PostgreSQL stores them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const forbidden = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/u;

/** A sentence about the first character that cannot be sent or stored, with its position; undefined when all can. */
export function findForbiddenCharacter(text: string): Sentence | undefined {
  const match = forbidden.exec(text);
  if (!match) return undefined;
  const code = match[0].charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return smsSentences[kindOf(code)]({ code: name, position: match.index + 1 });
}

function kindOf(code: number): "nul" | "tab" | "control" | "surrogate" | "reserved" {
  if (code === 0) return "nul";
  if (code === 9) return "tab";
  if (code < 0x20) return "control";
  if (code < 0xe0_00) return "surrogate";
  return "reserved";
}
