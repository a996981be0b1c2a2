import { countWords, numberWords } from "@/lib/language/count-words";
import { dateFormat } from "@/lib/language/formats";
import { type Language, locales, type Words } from "@/lib/language/language";
import { moneyWords } from "@/lib/language/money-words";
import { monthWords } from "@/lib/language/month-words";

const en = {
  title: "Costs",
  lead: "Credits by the day they were charged or refunded (UTC). Every grouping adds up to the ledger.",
  back: "Back to credits",
  groupBy: "Group by",
  by: {
    month: "Month",
    sender: "Sender",
    token: "API token",
    campaign: "Campaign",
    country: "Country",
  },
  from: "First month",
  to: "Last month",
  monthHint: "Such as 2026-05",
  show: "Show",
  csv: "Download CSV",
  span: (from: string, to: string) =>
    from === to ? monthWords("en", from) : `${monthWords("en", from)} to ${monthWords("en", to)}`,
  spent: (credits: number) =>
    `${countWords("en", credits, { one: "credit", other: "credits" })} after refunds`,
  chart: "Charged credits",
  chartBar: (time: string, count: number) =>
    `${time}: ${countWords("en", count, { one: "credit", other: "credits" })}`,
  table: (by: string) => `Costs by ${by}`,
  messages: "Messages",
  charged: "Charged",
  refunded: "Refunded",
  credits: "Credits",
  value: "Excl. VAT",
  total: "Total",
  others: (count: number) => `${numberWords("en", count)} more`,
  allOthers: "All others",
  none: "No credits were charged or refunded in this time.",
  unfinished: "The costs of this account are still being added up",
  unfinishedMeaning:
    "It has many messages and is looked at for the first time. Reload this page in a minute. The ledger on the Credits page is complete.",
  panel: "Dashboard",
  noCampaign: "No campaign",
  noCountry: "Unknown",
  deleted: "Deleted",
  rest: "Unknown messages",
  number: (count: number) => numberWords("en", count),
  money: (micros: number, currency: string) => moneyWords("en", micros, currency),
  month: (month: string) => monthWords("en", month),
  time: (at: string) => timeWords("en", at),
  country: (code: string) => countryWords("en", code),
};

/** "22 Nov" for a day, "Nov 2026" for a month. */
function timeWords(language: Language, at: string): string {
  const isMonth = at.length === 7;
  return dateFormat(language, {
    timeZone: "UTC",
    month: "short",
    ...(isMonth ? { year: "2-digit" } : { day: "numeric" }),
  }).format(new Date(isMonth ? `${at}-01` : at));
}

function countryWords(language: Language, code: string): string {
  return new Intl.DisplayNames(locales[language], { type: "region" }).of(code) ?? code;
}

const kredyty = (count: number) =>
  countWords("pl", count, { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" });

export const costsWords: Words<typeof en> = {
  en,
  pl: {
    title: "Koszty",
    lead: "Kredyty według dnia, w którym zostały pobrane albo zwrócone (UTC). Każdy podział sumuje się do historii kredytów.",
    back: "Wróć do kredytów",
    groupBy: "Podział",
    by: {
      month: "Miesiąc",
      sender: "Nadawca",
      token: "Token API",
      campaign: "Kampania",
      country: "Kraj",
    },
    from: "Pierwszy miesiąc",
    to: "Ostatni miesiąc",
    monthHint: "Na przykład 2026-05",
    show: "Pokaż",
    csv: "Pobierz CSV",
    span: (from, to) =>
      from === to ? monthWords("pl", from) : `${monthWords("pl", from)} – ${monthWords("pl", to)}`,
    spent: (credits) => `${kredyty(credits)} po odjęciu zwrotów`,
    chart: "Pobrane kredyty",
    chartBar: (time, count) => `${time}: ${kredyty(count)}`,
    table: (by) => `Koszty: ${by.toLowerCase()}`,
    messages: "Wiadomości",
    charged: "Pobrane",
    refunded: "Zwrócone",
    credits: "Kredyty",
    value: "Netto",
    total: "Razem",
    others: (count) => `Jeszcze ${numberWords("pl", count)}`,
    allOthers: "Pozostałe",
    none: "W tym czasie nie pobrano ani nie zwrócono żadnych kredytów.",
    unfinished: "Koszty tego konta są jeszcze sumowane",
    unfinishedMeaning:
      "Konto ma wiele wiadomości i oglądasz jego koszty pierwszy raz. Odśwież tę stronę za minutę. Historia kredytów na stronie Kredyty jest kompletna.",
    panel: "Panel",
    noCampaign: "Bez kampanii",
    noCountry: "Nieznany",
    deleted: "Usunięty",
    rest: "Nieznane wiadomości",
    number: (count) => numberWords("pl", count),
    money: (micros, currency) => moneyWords("pl", micros, currency),
    month: (month) => monthWords("pl", month),
    time: (at) => timeWords("pl", at),
    country: (code) => countryWords("pl", code),
  },
};

/** What a group of costs is called. */
export function groupName(
  words: typeof en,
  by: keyof typeof en.by,
  { key, isRest, name }: { key: string | null; isRest: boolean; name: string | null },
): string {
  if (isRest) return words.rest;
  if (by === "month") return words.month(key ?? "");
  if (by === "sender") return key ?? "";
  if (by === "country") return key === null ? words.noCountry : words.country(key);
  if (key !== null) return name ?? words.deleted;
  return by === "token" ? words.panel : words.noCampaign;
}
