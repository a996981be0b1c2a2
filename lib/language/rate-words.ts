import { countWords } from "./count-words";
import type { Language } from "./language";

interface Rate {
  /** Credits spent in these days. */
  spent: number;
  /** Whole days of use, at most seven. */
  days: number;
  /** Whole days the balance lasts; null if nothing can be said about that. */
  daysLeft: number | null;
}

/** What an account spent, over which days, and how long its balance lasts at that rate, in one or two sentences. */
export function rateWords(language: Language, rate: Rate): string {
  return language === "pl" ? inPolish(rate) : inEnglish(rate);
}

function inEnglish({ spent, days, daysLeft }: Rate): string {
  const span = days < 7 ? "since your first message" : "in the last 7 days";
  if (spent === 0) return `You haven't used any credits ${span}.`;
  const used = `You used ${countWords("en", spent, { one: "credit", other: "credits" })} ${span}`;
  const daysIn = (count: number) => countWords("en", count, { one: "day", other: "days" });
  if (daysLeft === null) {
    return `${used}. After 3 days of use, you'll see here how long your balance lasts.`;
  }
  const ago = days < 7 ? `, ${daysIn(days)} ago` : "";
  return `${used}${ago}. At this rate, your balance lasts ${daysLeft < 1 ? "less than a day" : daysIn(daysLeft)}.`;
}

function inPolish({ spent, days, daysLeft }: Rate): string {
  const span = days < 7 ? "od pierwszej wiadomości" : "w ciągu ostatnich 7 dni";
  if (spent === 0) return `Nie zużyto żadnych kredytów ${span}.`;
  const credits = { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" };
  const used = `Zużycie ${span}`;
  const sum = countWords("pl", spent, credits);
  if (daysLeft === null) {
    return `${used}: ${sum}. Po 3 dniach używania zobaczysz tu, na jak długo wystarczy saldo.`;
  }
  const daysIn = (count: number) => countWords("pl", count, { one: "dzień", other: "dni" });
  const ago = days < 7 ? ` (${daysIn(days)} temu)` : "";
  return `${used}${ago}: ${sum}. W tym tempie saldo wystarczy na ${daysLeft < 1 ? "niecały dzień" : daysIn(daysLeft)}.`;
}
