import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import { moneyWords } from "@/lib/language/money-words";

const en = {
  title: "Account",
  back: "All accounts",
  since: "Signed up",
  lastSeen: "Last signed in",
  never: "Not signed in within the last days",
  administers: "Its people administer this installation.",
  suspended: "Suspended",
  suspendedBy: (who: string) => `Decided by ${who}.`,
  closed: "Its owner asked for deletion. Signing in restores it until it is erased.",
  balance: "Balance",
  owed: (count: number) =>
    `Owes ${countWords("en", count, { one: "credit", other: "credits" })} for refunded payments.`,
  number: (count: number) => numberWords("en", count),
  percent: (count: number | null) => (count === null ? "–" : `${numberWords("en", count)}%`),
  messages: {
    title: "Live messages",
    lead: "By status, from the counters. The failure rate is of messages with a final status.",
    status: "Status",
    windows: { day: "24 h", week: "7 days", month: "30 days" },
    total: "All",
    rate: "Failure rate",
  },
  ledger: { title: "Ledger", lead: "The last ten transactions.", none: "No transactions yet." },
  people: { title: "People", twoStep: "Two-step sign-in", noTwoStep: "Password only" },
  tokens: {
    title: "API tokens",
    none: "No tokens.",
    used: "used",
    unused: "never used",
    revoked: "revoked",
  },
  endpoints: { title: "Webhook endpoints", none: "No endpoints." },
  senders: {
    title: "Sender names",
    none: "No names requested.",
    statuses: { requested: "Requested", approved: "Approved", rejected: "Rejected" },
  },
  refusals: {
    title: "Rejected requests",
    lead: "The last ten before its first delivery. Later ones are not kept.",
    none: "None.",
  },
  prices: {
    title: "Price list",
    lead: "The current list, the same for every account, excl. VAT.",
    from: (count: number) =>
      `From ${countWords("en", count, { one: "segment", other: "segments" })} per month`,
    rate: (micros: number, currency: string) => moneyWords("en", micros, currency),
  },
};

/** What the page of one account says. */
export const accountWords: Words<typeof en> = {
  en,
  pl: {
    title: "Konto",
    back: "Wszystkie konta",
    since: "Założone",
    lastSeen: "Ostatnio w panelu",
    never: "W ostatnich dniach nikt się nie logował",
    administers: "Jego osoby administrują tą instalacją.",
    suspended: "Zawieszone",
    suspendedBy: (who) => `Zdecydował(a): ${who}.`,
    closed: "Właściciel poprosił o usunięcie. Do usunięcia zalogowanie się przywraca konto.",
    balance: "Saldo",
    owed: (count) =>
      `Do zwrotu za cofnięte płatności: ${countWords("pl", count, {
        one: "kredyt",
        few: "kredyty",
        many: "kredytów",
        other: "kredytu",
      })}.`,
    number: (count) => numberWords("pl", count),
    percent: (count) => (count === null ? "–" : `${numberWords("pl", count)}%`),
    messages: {
      title: "Wiadomości produkcyjne",
      lead: "Według statusu, z liczników. Odsetek nieudanych dotyczy wiadomości z końcowym statusem.",
      status: "Status",
      windows: { day: "24 godz.", week: "7 dni", month: "30 dni" },
      total: "Wszystkie",
      rate: "Nieudane",
    },
    ledger: {
      title: "Księga",
      lead: "Ostatnie dziesięć transakcji.",
      none: "Nie ma jeszcze transakcji.",
    },
    people: { title: "Osoby", twoStep: "Logowanie dwuetapowe", noTwoStep: "Tylko hasło" },
    tokens: {
      title: "Tokeny API",
      none: "Brak tokenów.",
      used: "użyty",
      unused: "nieużywany",
      revoked: "unieważniony",
    },
    endpoints: { title: "Punkty odbioru webhooków", none: "Brak punktów odbioru." },
    senders: {
      title: "Nazwy nadawców",
      none: "Nie zgłoszono żadnych nazw.",
      statuses: { requested: "Zgłoszona", approved: "Zatwierdzona", rejected: "Odrzucona" },
    },
    refusals: {
      title: "Odrzucone żądania",
      lead: "Ostatnie dziesięć przed pierwszym doręczeniem. Późniejsze nie są zapisywane.",
      none: "Brak.",
    },
    prices: {
      title: "Cennik",
      lead: "Obowiązujący cennik, taki sam dla każdego konta, netto.",
      from: (count) =>
        `Od ${numberWords("pl", count)} ${count === 1 ? "segmentu" : "segmentów"} miesięcznie`,
      rate: (micros, currency) => moneyWords("pl", micros, currency),
    },
  },
};
