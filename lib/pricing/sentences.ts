import { sentences } from "../core/sentence";

/** What is said of the query of the calculator. */
export const pricingSentences = sentences("pricing", {
  wrongMessages: {
    en: "Enter a whole number of messages from 1 to 100000000.",
    pl: "Podaj całkowitą liczbę wiadomości od 1 do 100000000.",
  },
  wrongSegments: {
    en: "Enter a whole number of segments from 1 to 10.",
    pl: "Podaj całkowitą liczbę segmentów od 1 do 10.",
  },
});
