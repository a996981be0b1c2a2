import type { Sentence } from "../core/sentence";
import { maxLinks, maxTargetLength } from "./contract";
import { linkSentences } from "./sentences";
import { hasLinks, splitLinks } from "./split-links";

/** What is wrong with the links of a text: one that has no end or may not lead where it says, or too many. */
export function findLinkFault(text: string): Sentence | undefined {
  if (!hasLinks(text)) return undefined;
  const parts = splitLinks(text);
  const isWrong = parts.some((part) =>
    typeof part === "string" ? hasLinks(part) : part.target === null,
  );
  if (isWrong) return linkSentences.wrongLink({ max: maxTargetLength });
  const count = parts.filter((part) => typeof part !== "string").length;
  return count > maxLinks ? linkSentences.manyLinks({ max: maxLinks }) : undefined;
}
