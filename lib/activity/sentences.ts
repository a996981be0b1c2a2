import { sentences } from "../core/sentence";

/** What is said of the activity log. */
export const activitySentences = sentences("activity", {
  wrongLimit: {
    en: "limit must be a whole number from 1 to 1000.",
    pl: "limit to liczba całkowita od 1 do 1000.",
  },
  wrongCursor: {
    en: "Invalid cursor. Use next_cursor from the previous page.",
    pl: "Nieprawidłowy kursor. Użyj next_cursor z poprzedniej strony.",
  },
  wrongTime: {
    en: "Use a time in ISO 8601 with a zone, such as 2026-05-15T14:00:00Z.",
    pl: "Użyj czasu w formacie ISO 8601 ze strefą, na przykład 2026-05-15T14:00:00Z.",
  },
  wrongAction: {
    en: "No such action. The reference lists them.",
    pl: "Nie ma takiego działania. Ich lista jest w dokumentacji.",
  },
});
