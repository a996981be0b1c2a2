import type { Language } from "../language/language";
import { lookUp } from "../language/look-up";

const polishNotes: Record<string, string> = {
  "Welcome credits": "Kredyty na start",
  "Cancelled before sending": "Anulowane przed wysłaniem",
  "Expired before sending": "Wygasłe przed wysłaniem",
  "Paid online": "Płatność online",
  "Payment refunded": "Zwrot płatności",
  "Owed for a refunded payment": "Dług po zwrocie płatności",
  "A refund failed": "Zwrot płatności się nie udał",
};

/** The note of a ledger transaction: one that Depesza wrote in the reader's language, others as they are. */
export function noteWords(language: Language, note: string): string {
  return language === "pl" ? (lookUp(polishNotes, note) ?? note) : note;
}
