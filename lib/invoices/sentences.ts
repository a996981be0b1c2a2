import { sentences } from "../core/sentence";

/** What is said of invoices and of whom they are made out to. */
export const invoiceSentences = sentences("invoices", {
  noName: {
    en: "Enter the name of the company or person.",
    pl: "Podaj nazwę firmy albo imię i nazwisko.",
  },
  noAddress: { en: "Enter the address.", pl: "Podaj adres." },
  notInOurFonts: {
    en: "Use Latin, Greek, Cyrillic, Armenian, or Georgian letters: documents can print no others.",
    pl: "Użyj liter łacińskich, greckich, cyrylicy, ormiańskich lub gruzińskich: innych nie da się wydrukować.",
  },
  tooManyLines: {
    en: "The address can have up to 8 lines.",
    pl: "Adres może mieć najwyżej 8 wierszy.",
  },
  notFound: { en: "This document doesn't exist.", pl: "Nie ma takiego dokumentu." },
});
