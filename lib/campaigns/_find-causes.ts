import { countSegments } from "../sms/count-segments";
import { findNonGsmCharacters } from "../sms/find-non-gsm-characters";
import type { RowTexts } from "./_row-text";

/** A character that costs a person more segments, and the variable that it comes from; null for the text itself. */
export interface Cause {
  character: string;
  variable: string | null;
}

/** Characters of one text that are named at most. */
const maxCharacters = 20;

/**
 * The characters outside GSM-7 without which a text would need fewer segments, with each variable they come from. Where
 * there are several kinds, all of them have to go.
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
  return [...replacements.keys()]
    .slice(0, maxCharacters)
    .flatMap((character) =>
      sourcesOf(character, cells, texts).map((variable) => ({ character, variable })),
    );
}

/** The text itself if it has the character, else every variable whose value has it. */
function sourcesOf(
  character: string,
  cells: readonly string[],
  texts: RowTexts,
): (string | null)[] {
  if (texts.literal.includes(character)) return [null];
  const sources = texts.variables.filter((name) =>
    texts.readValue(cells, name)?.normalize("NFC").includes(character),
  );
  return sources.length > 0 ? sources : [null];
}
