import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  segments: (count: number) => countWords("en", count, { one: "segment", other: "segments" }),
  credits: (count: number) => countWords("en", count, { one: "credit", other: "credits" }),
  startsHere: (segment: number) => `Segment ${segment} starts here`,
  countDouble: (kinds: number): string => (kinds === 1 ? "counts as 2" : "count as 2"),
  quoted: (character: string) => `‘${character}’`,
  more: (shown: string, count: number) => `${shown} and ${count} more`,
  switches: (characters: string, kinds: number) =>
    `${characters} ${kinds === 1 ? "switches" : "switch"} this text to Unicode: 70 characters per segment instead of 160`,
  noLookAlike: "; not all of them have a GSM equivalent.",
  nothingMore: ", which costs nothing more at this length.",
  dearer: (now: string, then: number, more: string) => `, so ${now} instead of ${then} (+${more}).`,
  replaceAll: "Replace all",
  replaceSome: "Replace what can be",
  remove: (name: string) => `Remove ${name}`,
  replace: (character: string, replacement: string) => `Replace ${character} with ${replacement}`,
  aSpace: "a space",
  aBreak: "a line break",
  replaced: (names: string) => `Replaced: ${names}.`,
  undo: "Undo",
};

const plSegments = (count: number) =>
  countWords("pl", count, {
    one: "segment",
    few: "segmenty",
    many: "segmentów",
    other: "segmentu",
  });

export const segmentWords: Words<typeof en> = {
  en,
  pl: {
    segments: plSegments,
    credits: (count) =>
      countWords("pl", count, {
        one: "kredyt",
        few: "kredyty",
        many: "kredytów",
        other: "kredytu",
      }),
    startsHere: (segment) => `Tu zaczyna się segment ${segment}`,
    countDouble: (kinds) => (kinds === 1 ? "liczy się za 2" : "liczą się za 2"),
    quoted: (character) => `„${character}”`,
    more: (shown, count) => `${shown} i jeszcze ${count}`,
    switches: (characters, kinds) =>
      `${characters} ${kinds === 1 ? "przełącza" : "przełączają"} tekst na Unicode: 70 znaków w segmencie zamiast 160`,
    noLookAlike: "; nie każdy z nich ma odpowiednik w alfabecie GSM.",
    nothingMore: ", co przy tej długości nie zwiększa kosztu.",
    dearer: (now, then, more) => `, czyli ${now} zamiast ${then} (+${more}).`,
    replaceAll: "Zamień wszystkie",
    replaceSome: "Zamień możliwe",
    remove: (name) => `Usuń: ${name}`,
    replace: (character, replacement) => `Zamień: ${character} → ${replacement}`,
    aSpace: "spacja",
    aBreak: "nowy wiersz",
    replaced: (names) => `Zamieniono: ${names}.`,
    undo: "Cofnij",
  },
};
