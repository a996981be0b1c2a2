import { sentences } from "../core/sentence";

/** What is said of codes that are not sent, and of what an account chooses about them. */
export const fraudSentences = sentences("fraud", {
  countryNotAllowed: {
    en: "This account sends no codes to the country of this number. An owner can allow it in the settings of verifications.",
    pl: "To konto nie wysyła kodów do kraju tego numeru. Właściciel może go dodać w ustawieniach weryfikacji.",
  },
  rangeStopped: ({ prefix }: { prefix: string }) => ({
    en: `Codes to numbers that begin with ${prefix} are stopped, because too few of them are entered or too many are requested.`,
    pl: `Wysyłanie kodów na numery zaczynające się od ${prefix} jest wstrzymane, bo zbyt mało z nich jest wpisywanych albo zbyt wiele zamawianych.`,
  }),
  numberStopped: {
    en: "This number was sent too many codes within a day that nobody entered.",
    pl: "Na ten numer wysłano w ciągu doby zbyt wiele kodów, których nikt nie wpisał.",
  },
  wrongCountries: {
    en: "Enter two-letter country codes with spaces between, such as PL DE CZ.",
    pl: "Wpisz dwuliterowe kody krajów oddzielone spacjami, na przykład PL DE CZ.",
  },
  unknownCountry: ({ code }: { code: string }) => ({
    en: `There is no country with the code ${code}.`,
    pl: `Nie ma kraju o kodzie ${code}.`,
  }),
  noStop: {
    en: "This range is not stopped.",
    pl: "Ten zakres nie jest wstrzymany.",
  },
});
