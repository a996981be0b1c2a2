import { maxTargetLength } from "./contract";

/** A link as a text has it, `{{link:https://…}}`. */
export interface WrittenLink {
  written: string;
  /** Where it is to lead; null where that is no URL which a link may have. */
  target: string | null;
}

const place = /\{\{link:([^{}]*)\}\}/g;

/** Splits a text into what is between its links, and the links. */
export function splitLinks(text: string): (string | WrittenLink)[] {
  const parts: (string | WrittenLink)[] = [];
  let end = 0;
  for (const match of text.matchAll(place)) {
    const [written, target = ""] = match;
    parts.push(text.slice(end, match.index), { written, target: targetOf(target) });
    end = match.index + written.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}

/** Whether a text has what is meant as a link. */
export function hasLinks(text: string): boolean {
  return text.includes("{{link:");
}

function targetOf(written: string): string | null {
  const trimmed = written.trim();
  const url = trimmed.length > maxTargetLength ? null : readUrl(trimmed);
  if (!url) return null;
  const { href, protocol, username, password } = url;
  const isPlain = /^https?:$/.test(protocol) && username === "" && password === "";
  return isPlain && href.length <= maxTargetLength ? href : null;
}

/** Some browsers that write texts have no `URL.canParse`. */
function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
