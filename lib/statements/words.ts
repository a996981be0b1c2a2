import { countWords, numberWords } from "../language/count-words";
import { dateFormat } from "../language/formats";
import type { Language, Words } from "../language/language";
import { monthWords } from "../language/month-words";

const en = {
  title: "Statement of credits",
  lead: "All transactions of the credit ledger in one calendar month (UTC). One credit pays for one message segment.",
  month: (month: string) => monthWords("en", month),
  account: "Account",
  period: "Period",
  span: (first: Date, last: Date) => `${dayWords("en", first)} to ${dayWords("en", last)}, UTC`,
  asOf: "As of",
  moment: (at: Date) => momentWords("en", at),
  unfinished: "This month isn't over. Its figures can still change.",
  summary: "Summary",
  opening: "Opening balance",
  closing: "Closing balance",
  kinds: {
    grant: "Granted",
    topup: "Purchased",
    reversal: "Reversed",
    charge: "Messages",
    refund: "Refunded",
  },
  gains: "Granted, purchased, and reversed credits",
  time: "Time (UTC)",
  type: "Type",
  note: "Note",
  credits: "Credits",
  further: "Further transactions",
  spending: "Messages by sender",
  sender: "Sender",
  messages: "Messages",
  charged: "Charged",
  refunded: "Refunded",
  net: "Credits",
  others: (count: number) =>
    countWords("en", count, { one: "other sender", other: "other senders" }),
  rest: "Unknown messages",
  total: "Total",
  number: (count: number) => numberWords("en", count),
  signed: (count: number) => numberWords("en", count, signs).replace("-", "−"),
};

const signs = { signDisplay: "exceptZero" } as const;

function dayWords(language: Language, at: Date): string {
  return dateFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

function momentWords(language: Language, at: Date): string {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return dateFormat(language, format).format(at);
}

/** What a statement says, in the language of whoever downloads it. */
export const statementWords: Words<typeof en> = {
  en,
  pl: {
    title: "Wyciąg z kredytów",
    lead: "Wszystkie operacje w historii kredytów w jednym miesiącu kalendarzowym (UTC). Jeden kredyt płaci za jeden segment wiadomości.",
    month: (month) => monthWords("pl", month),
    account: "Konto",
    period: "Okres",
    span: (first, last) => `od ${dayWords("pl", first)} do ${dayWords("pl", last)}, UTC`,
    asOf: "Stan na",
    moment: (at) => momentWords("pl", at),
    unfinished: "Ten miesiąc jeszcze trwa. Kwoty mogą się zmienić.",
    summary: "Podsumowanie",
    opening: "Saldo początkowe",
    closing: "Saldo końcowe",
    kinds: {
      grant: "Przyznane",
      topup: "Kupione",
      reversal: "Cofnięte",
      charge: "Wiadomości",
      refund: "Zwrócone",
    },
    gains: "Kredyty przyznane, kupione i cofnięte",
    time: "Czas (UTC)",
    type: "Rodzaj",
    note: "Notatka",
    credits: "Kredyty",
    further: "Dalsze operacje",
    spending: "Wiadomości według nadawcy",
    sender: "Nadawca",
    messages: "Wiadomości",
    charged: "Pobrane",
    refunded: "Zwrócone",
    net: "Kredyty",
    others: (count) =>
      countWords("pl", count, {
        one: "inny nadawca",
        few: "inni nadawcy",
        many: "innych nadawców",
        other: "innych nadawców",
      }),
    rest: "Nieznane wiadomości",
    total: "Razem",
    number: (count) => numberWords("pl", count),
    signed: (count) => numberWords("pl", count, signs).replace("-", "−"),
  },
};
