import { numberWords } from "./count-words";
import type { Language } from "./language";

/** Money in millionths of a currency as the language writes it, to four places where it needs them: "PLN 0.092", "1200,00 zł". */
export function moneyWords(language: Language, micros: number, currency: string): string {
  return numberWords(language, micros / 1_000_000, {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  });
}
