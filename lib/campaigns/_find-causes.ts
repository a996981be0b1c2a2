import { countSegments } from "../sms/count-segments";
import { findNonGsmCharacters } from "../sms/find-non-gsm-characters";
import type { RowTexts } from "./_row-text";

/** A character that costs a person more segments, and the variable that it comes from; null for the text itself. */
export interface Cause {
  character: string;
  variable: string | null;
}

/**
 * The characters outside GSM-7 without which a text would need fewer segments. Where several have to go together, the
 * first of them stands for all.
 */
export function findCauses(
  { text, segments }: { text: string; segments: number },
  cells: readonly string[],
  texts: RowTexts,
): Cause[] {
  if (segments <= 1) return [];
  const found = findNonGsmCharacters(text);
  if (found.length === 0) return [];
  const replacements = new Map(
    found.map(({ character, replacement }) => [character, replacement ?? "?"]),
  );
  const plain = [...replacements].reduce(
    (rest, [character, replacement]) => rest.replaceAll(character, replacement),
    text,
  );
  if (countSegments(plain).segments >= segments) return [];
  const [first] = replacements.keys();
  // With two kinds of them the text stays outside GSM-7 whichever goes.
  return first === undefined ? [] : [{ character: first, variable: sourceOf(first, cells, texts) }];
}

/** The text itself if it has the character, else the first variable whose value has it. */
function sourceOf(character: string, cells: readonly string[], texts: RowTexts): string | null {
  if (texts.literal.includes(character)) return null;
  const source = texts.variables.find((name) =>
    texts.readValue(cells, name)?.normalize("NFC").includes(character),
  );
  return source ?? null;
}
