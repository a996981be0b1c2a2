import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Accounts",
  lead: "Everybody who sends through this installation, newest first.",
  search: "Email, name, ID, or the last four characters of a token",
  searchHint: "The beginning is enough. @example.com finds everybody at this domain.",
  find: "Search",
  reset: "Reset",
  filters: "Which accounts",
  all: "All",
  suspended: "Suspended",
  closing: "Closing",
  caption: "Accounts, newest first",
  none: "No accounts here.",
  noMatch: (q: string) => `No account matches “${q}”.`,
  older: "Older",
  newest: "Back to the first page",
  administers: "Administrator",
  statuses: {
    active: "Active",
    suspended: "Suspended",
    closing: "Closing",
    erased: "Erased",
  },
  credits: (count: number) => countWords("en", count, { one: "credit", other: "credits" }),
  messages: (count: number) =>
    `${countWords("en", count, { one: "message", other: "messages" })} in 24 h`,
  noMessages: "No messages in 24 h",
  failing: (percent: number) => `${numberWords("en", percent)}% failed`,
  since: "Since",
};

/** What the list of accounts says. */
export const accountsWords: Words<typeof en> = {
  en,
  pl: {
    title: "Konta",
    lead: "Wszyscy, którzy wysyłają przez tę instalację, od najnowszych.",
    search: "E-mail, nazwa, ID lub cztery ostatnie znaki tokenu",
    searchHint: "Wystarczy początek. @example.com znajduje wszystkich z tej domeny.",
    find: "Szukaj",
    reset: "Wyczyść",
    filters: "Które konta",
    all: "Wszystkie",
    suspended: "Zawieszone",
    closing: "Zamykane",
    caption: "Konta, od najnowszego",
    none: "Nie ma tu żadnych kont.",
    noMatch: (q) => `Żadne konto nie pasuje do „${q}”.`,
    older: "Starsze",
    newest: "Najnowsze",
    administers: "Administrator",
    statuses: {
      active: "Aktywne",
      suspended: "Zawieszone",
      closing: "Zamykane",
      erased: "Usunięte",
    },
    credits: (count) =>
      countWords("pl", count, {
        one: "kredyt",
        few: "kredyty",
        many: "kredytów",
        other: "kredytu",
      }),
    messages: (count) =>
      `${countWords("pl", count, {
        one: "wiadomość",
        few: "wiadomości",
        many: "wiadomości",
        other: "wiadomości",
      })} w 24 godz.`,
    noMessages: "Brak wiadomości w 24 godz.",
    failing: (percent) => `${numberWords("pl", percent)}% nieudanych`,
    since: "Od",
  },
};
