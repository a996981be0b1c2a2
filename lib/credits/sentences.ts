import { sentences } from "../core/sentence";

/** What is said of grants and of low-balance alerts. */
export const creditSentences = sentences("credits", {
  wrongGrant: ({ max }: { max: number }) => ({
    en: `The amount must be a whole number from 1 to ${max}.`,
    pl: `Kwota to liczba całkowita od 1 do ${max}.`,
  }),
  tooFewToTake: ({ balance }: { balance: number }) => ({
    en: `The balance is ${balance}. You can take away at most as much.`,
    pl: `Saldo wynosi ${balance}. Tyle można najwyżej odjąć.`,
  }),
  wrongCredits: ({ max }: { max: number }) => ({
    en: `Enter a whole number of credits from 1 to ${max}, or leave the field empty.`,
    pl: `Podaj całkowitą liczbę kredytów od 1 do ${max} albo zostaw pole puste.`,
  }),
  wrongDays: ({ max }: { max: number }) => ({
    en: `Enter a whole number of days from 1 to ${max}, or leave the field empty.`,
    pl: `Podaj całkowitą liczbę dni od 1 do ${max} albo zostaw pole puste.`,
  }),
});
