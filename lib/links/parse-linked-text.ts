import { parseText, type Variable } from "../templates/parse-text";
import { splitLinks, type WrittenLink } from "./split-links";

/** What a text with variables and links consists of. */
export type LinkedPart = string | Variable | WrittenLink;

/**
 * Splits a text into its literal pieces, its variables, and its links. What a variable stands for is in none of them, so
 * no value becomes a link. Undefined where braces are unbalanced or a name is none.
 */
export function parseLinkedText(text: string): LinkedPart[] | undefined {
  const parts: LinkedPart[] = [];
  for (const part of splitLinks(text)) {
    const parsed = typeof part === "string" ? parseText(part) : [part];
    if (!parsed) return undefined;
    parts.push(...parsed);
  }
  return parts;
}

/** The same with the text of each link in its place, in their order; one that is left out stands as it is written. */
export function withLinks(
  parts: readonly LinkedPart[],
  links: readonly string[] = [],
): (string | Variable)[] {
  let place = 0;
  return parts.map((part) => (isLink(part) ? (links[place++] ?? part.written) : part));
}

/** Whether a part is a link. */
export function isLink(part: LinkedPart): part is WrittenLink {
  return typeof part !== "string" && "written" in part;
}
