import { sentences } from "../core/sentence";

/** What is said of invoices and of whom they are made out to. */
export const invoiceSentences = sentences("invoices", {
  noName: {
    en: "Enter the name of the company or person.",
    pl: "Podaj nazwę firmy albo imię i nazwisko.",
  },
  noAddress: { en: "Enter the address.", pl: "Podaj adres." },
  notFound: { en: "This document doesn't exist.", pl: "Nie ma takiego dokumentu." },
});
