import { sentences } from "../core/sentence";

/** What is said of filters and pages of the log. */
export const logSentences = sentences("message-log", {
  wrongText: {
    en: "This has a character that no message has.",
    pl: "Jest tu znak, którego nie ma żadna wiadomość.",
  },
  wrongStatus: ({ status, statuses }: { status: string; statuses: string }) => ({
    en: `There is no status “${status}”. Choose from: ${statuses}.`,
    pl: `Nie ma statusu „${status}”. Wybierz jeden z: ${statuses}.`,
  }),
  tooManyStatuses: ({ max }: { max: number }) => ({
    en: `Enter at most ${max} statuses.`,
    pl: `Podaj najwyżej ${max} statusów.`,
  }),
  wrongNumber: {
    en: "Enter a number, or at least 4 of its digits.",
    pl: "Podaj numer albo co najmniej 4 jego cyfry.",
  },
  wrongTest: { en: "test is true or false.", pl: "test to true albo false." },
  onlyTests: {
    en: "A test token lists test messages only. Leave test out, or use a live token for live messages.",
    pl: "Token testowy pokazuje tylko wiadomości testowe. Pomiń test albo użyj tokenu produkcyjnego.",
  },
});
