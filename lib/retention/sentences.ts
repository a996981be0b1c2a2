import { sentences } from "../core/sentence";

/** What is said of the days that somebody wants to keep something. */
export const retentionSentences = sentences("retention", {
  wrongDays: ({ max }: { max: number }) => ({
    en: `Enter a whole number of days, from 1 to ${max}, or leave the field empty.`,
    pl: `Wpisz całkowitą liczbę dni, od 1 do ${max}, albo zostaw puste pole.`,
  }),
  longerThanLimit: ({ max }: { max: number }) => ({
    en: `This installation keeps them for ${max} days. Enter at most that many.`,
    pl: `Ta instalacja przechowuje je ${max} dni. Wpisz najwyżej tyle.`,
  }),
});
