import { filteredHref, type LogSearch } from "./log-search";

/** Which filter goes first when nothing matches: those that are easily left over from an earlier question. */
const widening = [
  ...(["status", "reason", "test", "carrier", "operator"] as const),
  ...(["token", "send", "client_ref", "metadata", "from", "country"] as const),
] as const;

type Widening = (typeof widening)[number] | "times" | "q";

export interface WiderSearch {
  /** What is given up. */
  without: Widening;
  /** What is searched instead, where a part of it remains. */
  rest?: string;
  href: string;
}

/**
 * The next wider search: one filter less, the least telling first, then the times, and of a text its longest word or of a
 * number its last digits. Null where nothing can be given up.
 */
export function widerSearch(search: LogSearch): WiderSearch | null {
  const first = widening.find((name) => search[name] !== undefined);
  if (first) return { without: first, href: filteredHref(search, { [first]: undefined }) };
  if (search.since !== undefined || search.until !== undefined) {
    return { without: "times", href: filteredHref(search, { since: undefined, until: undefined }) };
  }
  const rest = partOf(search.q);
  if (rest !== undefined) return { without: "q", rest, href: filteredHref(search, { q: rest }) };
  return null;
}

function partOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const digits = text.replace(/[\s()+.-]/g, "");
  if (/^\d{7,}$/.test(digits)) return digits.slice(-6);
  const words = text.split(/\s+/);
  return words.length > 1 ? words.toSorted((a, b) => b.length - a.length)[0] : undefined;
}
