import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Short links",
  lead: "Opened by people as far as a request tells: scanners that pretend to be a browser count, too.",
  opens: (count: number) => `Opened: ${numberWords("en", count)}`,
  previews: (count: number) => `Previews: ${numberWords("en", count)}`,
  last: "last",
};

/** What the page of a message says of its short links. */
export const linkWords: Words<typeof en> = {
  en,
  pl: {
    title: "Krótkie linki",
    lead: "Otwarcia przez ludzi, o ile wynika to z żądania: liczą się też skanery, które udają przeglądarkę.",
    opens: (count) => `Otwarcia: ${numberWords("pl", count)}`,
    previews: (count) => `Podglądy: ${numberWords("pl", count)}`,
    last: "ostatnie",
  },
};
