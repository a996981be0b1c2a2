import type { Sentence } from "../core/sentence";
import { maxLinks, maxTargetLength } from "./contract";
import { linkSentences } from "./sentences";
import { hasLinks, splitLinks } from "./split-links";

/** What would become one word with a link: a letter, a digit, a variable, or another link. */
const touching = { before: /[\p{L}\p{N}_}]$/u, after: /^[\p{L}\p{N}_{/]/u };

/**
 * What is wrong with the links of a text: one that has no end or may not lead where it says, one that phones would not
 * tell from what is beside it, or too many.
 */
export function findLinkFault(text: string): Sentence | undefined {
  if (!hasLinks(text)) return undefined;
  const parts = splitLinks(text);
  const isWrong = parts.some((part) =>
    typeof part === "string" ? hasLinks(part) : part.target === null,
  );
  if (isWrong) return linkSentences.wrongLink({ max: maxTargetLength });
  if (touchesLink(parts)) return linkSentences.touchingLink;
  const count = parts.filter((part) => typeof part !== "string").length;
  return count > maxLinks ? linkSentences.manyLinks({ max: maxLinks }) : undefined;
}

function touchesLink(parts: ReturnType<typeof splitLinks>): boolean {
  return parts.some((part, place) => {
    if (typeof part === "string") return false;
    const [before, after] = [parts[place - 1] ?? "", parts[place + 1] ?? ""];
    if (typeof before !== "string" || typeof after !== "string") return true;
    return touching.before.test(before) || touching.after.test(after);
  });
}
