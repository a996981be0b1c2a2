import type { StopReason } from "@/lib/fraud/contract";
import { numberWords } from "@/lib/language/count-words";
import { type Language, locales, type Words } from "@/lib/language/language";

const en = {
  title: "Verifications",
  lead: "Codes by SMS: how many are entered, and where none are sent.",
  conversion: {
    title: "Codes entered",
    lead: (days: number) =>
      `Approved verifications of the last ${days} days, by country and the beginning of the number. A range below 35% with enough traffic is stopped.`,
    none: "No verifications in this time. They start with POST /api/verifications.",
    docs: "Read about verifications",
    cut: "Only the newest 20,000 verifications and the largest 500 ranges are counted.",
    ranges: (count: number) => (count === 1 ? "1 range" : `${numberWords("en", count)} ranges`),
    of: (approved: number, started: number) =>
      `${numberWords("en", approved)} of ${numberWords("en", started)}`,
    noCountry: "No country",
  },
  stops: {
    title: "Stopped ranges",
    lead: "Numbers that begin with these digits get no codes, unless they proved themselves before. Owners get an email.",
    none: "No range is stopped.",
    caption: "Stopped ranges",
    note: "stopped",
    reasons: {
      conversion: "Too few codes entered",
      velocity: "Too many codes in a short time",
      sequence: "Numbers in a row",
    } satisfies Record<StopReason, string> as Record<StopReason, string>,
    until: "until",
    lift: "Lift",
    liftOf: (prefix: string) => `the stop of ${prefix}`,
    lifted: (prefix: string) => `Codes to ${prefix}… are no longer stopped.`,
  },
  countries: {
    title: "Countries",
    lead: "Codes are sent to these countries only. Test verifications are sent anywhere.",
    everywhere: "Codes go to every country, because this account has no default country.",
    usual: (names: string) => `Codes go to the default country and its neighbors: ${names}.`,
    chosen: (names: string) => `Codes go to: ${names}.`,
    label: "Country codes",
    hint: "Two letters each, with spaces between, such as PL DE CZ. If empty: the default country and its neighbors.",
    submit: "Save countries",
    saved: "Countries saved.",
  },
};

/** What the page about verifications says. */
export const verificationWords: Words<typeof en> = {
  en,
  pl: {
    title: "Weryfikacje",
    lead: "Kody SMS: ile z nich jest wpisywanych i dokąd nie są wysyłane.",
    conversion: {
      title: "Wpisane kody",
      lead: (days) =>
        `Zatwierdzone weryfikacje z ostatnich ${days} dni według kraju i początku numeru. Zakres poniżej 35% przy wystarczającym ruchu jest wstrzymywany.`,
      none: "W tym czasie nie było weryfikacji. Rozpoczyna je POST /api/verifications.",
      docs: "Przeczytaj o weryfikacjach",
      cut: "Liczonych jest tylko 20 000 najnowszych weryfikacji i 500 największych zakresów.",
      ranges: (count) => `Zakresy: ${numberWords("pl", count)}`,
      of: (approved, started) => `${numberWords("pl", approved)} z ${numberWords("pl", started)}`,
      noCountry: "Bez kraju",
    },
    stops: {
      title: "Wstrzymane zakresy",
      lead: "Numery, które zaczynają się od tych cyfr, nie dostają kodów, chyba że już kiedyś się zweryfikowały. Właściciele dostają e-mail.",
      none: "Żaden zakres nie jest wstrzymany.",
      caption: "Wstrzymane zakresy",
      note: "wstrzymane",
      reasons: {
        conversion: "Za mało wpisanych kodów",
        velocity: "Za dużo kodów naraz",
        sequence: "Kolejne numery",
      },
      until: "do",
      lift: "Wznów",
      liftOf: (prefix) => `wysyłanie do ${prefix}`,
      lifted: (prefix) => `Kody do ${prefix}… są znów wysyłane.`,
    },
    countries: {
      title: "Kraje",
      lead: "Kody są wysyłane tylko do tych krajów. Weryfikacje testowe są wysyłane wszędzie.",
      everywhere: "Kody są wysyłane do każdego kraju, bo to konto nie ma domyślnego kraju.",
      usual: (names) => `Kody są wysyłane do domyślnego kraju i jego sąsiadów: ${names}.`,
      chosen: (names) => `Kody są wysyłane do krajów: ${names}.`,
      label: "Kody krajów",
      hint: "Po dwie litery, oddzielone spacjami, na przykład PL DE CZ. Puste pole: domyślny kraj i jego sąsiedzi.",
      submit: "Zapisz kraje",
      saved: "Kraje zapisane.",
    },
  },
};

/** A country (ISO 3166) by its name. */
export function countryName(language: Language, code: string): string {
  return new Intl.DisplayNames(locales[language], { type: "region" }).of(code) ?? code;
}

/** "35%". */
export function shareWords(language: Language, share: number): string {
  return new Intl.NumberFormat(locales[language], {
    style: "percent",
    maximumFractionDigits: 0,
  }).format(share);
}
