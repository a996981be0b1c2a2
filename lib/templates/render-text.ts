import type { Variable } from "./parse-text";

export type Rendered =
  | { text: string }
  /** The variables that a person has no value for. */
  | { missing: string[] };

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
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const value = readValue(part.name)?.trim() || part.fallback;
    if (value === null) missing.add(part.name);
    else text += value;
  }
  return missing.size > 0 ? { missing: [...missing] } : { text };
}
