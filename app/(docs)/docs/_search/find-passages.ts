import type { Language } from "@/lib/language/language";

/** A section of a page: what the search looks through and what it shows. */
export interface Passage {
  url: string;
  page: string;
  /** Empty for what stands above the first heading. */
  heading: string;
  text: string;
  language: Language;
}

const maxResults = 8;
const excerptLength = 110;

/** The passages in which every word of the query begins a word, the most telling first. */
export function findPassages(index: Passage[], query: string): Passage[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return index
    .map((passage) => ({ passage, score: scoreOf(passage, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, maxResults)
    .map(({ passage }) => ({ ...passage, text: excerptOf(passage.text, words) }));
}

/** 0 unless every word is found; a hit in a title says more than one in the text. */
function scoreOf({ page, heading, text }: Passage, words: string[]): number {
  const scores = words.map(
    (word) =>
      (startsAWord(heading || page, word) ? 8 : 0) +
      (startsAWord(page, word) ? 4 : 0) +
      (startsAWord(text, word) ? 1 : 0),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

/** `_` separates words too, so that "credits" finds `insufficient_credits`. */
function startsAWord(text: string, word: string): boolean {
  return ` ${wordsOf(text).join(" ")}`.includes(` ${word}`);
}

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** In small letters without accents, as long as the text itself: a place in one is the place in the other. */
function folded(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\u00c0-\u017f]/g, (letter) => letter.normalize("NFD").charAt(0))
    .replaceAll("ł", "l");
}

/** The words around the first hit. */
function excerptOf(text: string, words: string[]): string {
  const hits = words.map((word) => folded(text).indexOf(word)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...hits, text.length) - excerptLength / 3);
  const from = start === 0 || hits.length === 0 ? 0 : text.indexOf(" ", start) + 1;
  const excerpt = text.slice(from, from + excerptLength);
  return `${from > 0 ? "…" : ""}${excerpt}${from + excerptLength < text.length ? "…" : ""}`;
}
