import { sentences } from "../core/sentence";

interface Completed {
  digits: string;
  /** The whole number it would be. */
  whole: string;
}

/** What is said of a number that can't get an SMS, or is not written as the API takes it. */
export const numberSentences = sentences("numbers", {
  notE164: {
    en: "Enter the number in E.164 format without the +, such as 48732129000.",
    pl: "Podaj numer telefonu z numerem kierunkowym kraju, bez plusa, na przykład 48732129000.",
  },
  notANumber: ({ digits }: { digits: string }) => ({
    en: `${digits} is not a valid phone number. Check the country code and the length.`,
    pl: `${digits} nie jest prawidłowym numerem telefonu. Sprawdź numer kierunkowy kraju i liczbę cyfr.`,
  }),
  noCountryCode: ({ digits, code, whole }: Completed & { code: string }) => ({
    en: `${digits} has no country code. With the country code ${code} it is ${whole}.`,
    pl: `Numer ${digits} nie ma numeru kierunkowego kraju. Z numerem kierunkowym ${code} to ${whole}.`,
  }),
  noKnownCountryCode: ({ digits }: { digits: string }) => ({
    en: `${digits} has no country code. Start with it, as in 48732129000.`,
    pl: `Numer ${digits} nie ma numeru kierunkowego kraju. Zacznij od niego, na przykład 48732129000.`,
  }),
  ambiguous: ({ digits, whole }: Completed) => ({
    en: `${digits} could be +${whole} or +${digits}. Write it with its country code and a plus.`,
    pl: `${digits} to +${whole} albo +${digits}. Wpisz numer telefonu z numerem kierunkowym kraju i plusem.`,
  }),
  trunkPrefix: ({ digits, whole }: Completed) => ({
    en: `${digits} has a trunk prefix after the country code. Use ${whole}.`,
    pl: `Numer ${digits} ma po numerze kierunkowym kraju zbędny prefiks krajowy. Wpisz ${whole}.`,
  }),
  noMobileDigit: ({ digits, whole }: Completed) => ({
    en: `${digits} is missing the 9 of a mobile number. If it is not a landline, use ${whole}.`,
    pl: `W numerze ${digits} brakuje cyfry 9 numeru komórkowego. Jeśli to nie numer stacjonarny, wpisz ${whole}.`,
  }),
  wrongLength: (number: { digits: string; count: number; code: string; lengths: string }) => ({
    en: `${number.digits} has ${number.count} digits after the country code ${number.code}. Mobile numbers there have ${number.lengths}.`,
    pl: `Liczba cyfr numeru ${number.digits} po numerze kierunkowym ${number.code}: ${number.count}. Numery komórkowe mają ich tam ${number.lengths}.`,
  }),
  landline: ({ digits }: { digits: string }) => ({
    en: `${digits} is a landline and can't receive SMS.`,
    pl: `${digits} to numer stacjonarny, który nie odbiera SMS-ów.`,
  }),
  spreadsheet: ({ written }: { written: string }) => ({
    en: `${written} was changed by a spreadsheet. Format the column as text and copy the number again.`,
    pl: `${written} to numer zmieniony przez arkusz. Ustaw w kolumnie format tekstowy i skopiuj numer jeszcze raz.`,
  }),
  otherForm: ({ written, whole }: { written: string; whole: string }) => ({
    en: `${written} is not in E.164 form. Use ${whole}.`,
    pl: `${written} nie jest w formacie E.164. Wpisz ${whole}.`,
  }),
  invisible: ({ code, whole }: { code: string; whole: string }) => ({
    en: `The number contains an invisible character (${code}). Use ${whole}.`,
    pl: `W numerze jest niewidoczny znak (${code}). Wpisz ${whole}.`,
  }),
});
