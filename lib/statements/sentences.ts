import { sentences } from "../core/sentence";

/** What is said of statements. */
export const statementSentences = sentences("statements", {
  wrongMonth: {
    en: "Use a month such as 2026-05.",
    pl: "Podaj miesiąc, na przykład 2026-05.",
  },
  noMonth: ({ month }: { month: string }) => ({
    en: `This account has no statement for ${month}.`,
    pl: `To konto nie ma wyciągu za ${month}.`,
  }),
});
