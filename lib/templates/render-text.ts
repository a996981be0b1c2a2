import { maxTextLength } from "../sms/count-segments";
import type { Variable } from "./parse-text";

export type Rendered =
  | { text: string }
  /** The variables that a person has no value for. */
  | { missing: string[] }
  /** It would be longer than any text that can be sent, and was not made. */
  | { isTooLong: true };

/**
 * What one person is sent: the parts of a text with their values. An empty or blank value is none: its fallback stands
 * for it, and without one nothing is rendered. Previews and messages are both rendered here.
 */
export function renderText(
  parts: readonly (string | Variable)[],
  readValue: (name: string) => string | undefined,
): Rendered {
  const missing = new Set<string>();
  let text = "";
  let length = 0;
  for (const part of parts) {
    const value = readPart(part, readValue);
    if (value === null) {
      if (typeof part !== "string") missing.add(part.name);
      continue;
    }
    length += value.length;
    if (length <= maxTextLength) text += value;
  }
  if (missing.size > 0) return { missing: [...missing] };
  return length > maxTextLength ? { isTooLong: true } : { text };
}

function readPart(
  part: string | Variable,
  readValue: (name: string) => string | undefined,
): string | null {
  return typeof part === "string" ? part : readValue(part.name)?.trim() || part.fallback;
}
