import { maxSegments } from "../messages/contract";
import { countryOf } from "../numbers/country-of";
import { readNumber } from "../numbers/read-number";
import type { Country } from "../numbers/reading";
import { quoteMessage } from "../pricing/quote-message";
import { maxTextLength } from "../sms/count-segments";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { findMarkPile } from "../sms/find-mark-pile";
import { isBlank } from "../sms/is-blank";
import type { RowTexts } from "./_row-text";
import type { RowState } from "./contract";

/** A row as it is stored. */
export interface StoredRow {
  position: number;
  cells: string[];
}

/** What the check says of a row. */
export interface CheckedRow {
  position: number;
  state: RowState;
  detail: string | null;
  to: string | null;
  country: string | null;
  segments: number;
  /** One per segment; a test campaign costs nothing all the same. */
  credits: number;
}

/** A row whose number was read, or that is refused for it. */
export type NumberedRow = { row: StoredRow } & (
  | { to: string }
  | { state: "empty" | "invalid" | "landline"; detail: string | null }
);

/** Reads the number of a row. */
export function readRowNumber(
  row: StoredRow,
  { place, country }: { place: number; country: Country | null },
): NumberedRow {
  const written = row.cells[place] ?? "";
  if (isBlank(written)) return { row, state: "empty", detail: null };
  const reading = readNumber(written, country);
  if ("to" in reading) return { row, to: reading.to };
  if (reading.problem === "landline") return { row, state: "landline", detail: null };
  return { row, state: "invalid", detail: reading.problem };
}

interface Circumstances {
  texts: RowTexts;
  /** Nobody has written the text yet: only the numbers are checked. */
  hasText: boolean;
  /** The rows that are ready, by number. */
  seen: Map<string, number>;
  isOptedOut: (to: string) => boolean;
}

/** The verdict on a row whose number was read, and the text of one that is ready. */
export function checkRow(
  numbered: NumberedRow,
  { texts, hasText, seen, isOptedOut }: Circumstances,
): { checked: CheckedRow; text: string | null } {
  const { position, cells } = numbered.row;
  if (!("to" in numbered)) {
    const { state, detail } = numbered;
    return { checked: refused(position, state, detail), text: null };
  }
  const { to } = numbered;
  const refuse = (state: RowState, detail: string | null = null) => ({
    checked: { ...refused(position, state, detail), to },
    text: null,
  });
  const first = seen.get(to);
  if (first !== undefined) return refuse("duplicate", String(first));
  if (isOptedOut(to)) return refuse("opted_out");
  const rendered = texts.render(cells);
  if ("missing" in rendered) return refuse("missing_variable", rendered.missing.join(", "));
  if ("isTooLong" in rendered || rendered.text.length > maxTextLength) return refuse("too_long");
  const { text } = rendered;
  const isUnsendable = findForbiddenCharacter(text) ?? findMarkPile(text);
  if (isUnsendable) return refuse("invalid", "text");
  if (hasText && isBlank(text)) return refuse("empty", "text");
  const { segments, credits } = quoteMessage(text);
  if (segments > maxSegments) return refuse("too_long", String(segments));
  seen.set(to, position);
  const country = countryOf(to);
  const price = hasText ? { segments, credits } : { segments: 0, credits: 0 };
  return { checked: { position, state: "ready", detail: null, to, country, ...price }, text };
}

function refused(position: number, state: RowState, detail: string | null): CheckedRow {
  return { position, state, detail, to: null, country: null, segments: 0, credits: 0 };
}
