import { sentences } from "../core/sentence";

/** What is said of numbers to look up. */
export const lookupSentences = sentences("lookups", {
  wrongList: ({ max }: { max: number }) => ({
    en: `numbers must be a list of 1 to ${max} numbers.`,
    pl: `numbers to lista od 1 do ${max} numerów.`,
  }),
  notText: {
    en: "Write each number as text, such as 48732129000.",
    pl: "Zapisz każdy numer jako tekst, na przykład 48732129000.",
  },
  tooLong: ({ max }: { max: number }) => ({
    en: `A number may have at most ${max} characters.`,
    pl: `Numer ma najwyżej ${max} znaków.`,
  }),
  wrongCharacter: {
    en: "A number contains a character that can't be stored.",
    pl: "Numer zawiera znak, którego nie da się zapisać.",
  },
  wrongCountry: {
    en: "country must be a country by two capital letters, such as PL.",
    pl: "Kod w polu country to dwie wielkie litery, na przykład PL.",
  },
});
