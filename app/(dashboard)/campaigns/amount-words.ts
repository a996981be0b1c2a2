import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  people: (count: number) => countWords("en", count, { one: "person", other: "people" }),
  rows: (count: number) => countWords("en", count, { one: "row", other: "rows" }),
  messages: (count: number) => countWords("en", count, { one: "message", other: "messages" }),
  credits: (count: number) => countWords("en", count, { one: "credit", other: "credits" }),
  segments: (count: number) => countWords("en", count, { one: "segment", other: "segments" }),
};

/** How many of what a campaign is made of. */
export const amountWords: Words<typeof en> = {
  en,
  pl: {
    people: (count) =>
      countWords("pl", count, { one: "osoba", few: "osoby", many: "osób", other: "osoby" }),
    rows: (count) =>
      countWords("pl", count, { one: "wiersz", few: "wiersze", many: "wierszy", other: "wiersza" }),
    messages: (count) =>
      countWords("pl", count, {
        one: "wiadomość",
        few: "wiadomości",
        many: "wiadomości",
        other: "wiadomości",
      }),
    credits: (count) =>
      countWords("pl", count, {
        one: "kredyt",
        few: "kredyty",
        many: "kredytów",
        other: "kredytu",
      }),
    segments: (count) =>
      countWords("pl", count, {
        one: "segment",
        few: "segmenty",
        many: "segmentów",
        other: "segmentu",
      }),
  },
};
