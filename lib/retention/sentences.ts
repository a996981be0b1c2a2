import { sentences } from "../core/sentence";

/** What is said of the days that somebody wants to keep something. */
export const retentionSentences = sentences("retention", {
  wrongDays: ({ min, max }: { min: number; max: number }) => ({
    en: `Enter a whole number of days, from ${min} to ${max}, or leave the field empty.`,
    pl: `Wpisz całkowitą liczbę dni, od ${min} do ${max}, albo zostaw puste pole.`,
  }),
  longerThanLimit: ({ max }: { max: number }) => ({
    en: `This installation keeps them for ${max} days. Enter at most that many.`,
    pl: `Ta instalacja przechowuje je ${max} dni. Wpisz najwyżej tyle.`,
  }),
});
