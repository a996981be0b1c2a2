import { sentences } from "../core/sentence";

/** What is said of statements. */
export const statementSentences = sentences("statements", {
  wrongMonth: {
    en: "Use a month such as 2026-05.",
    pl: "Podaj miesiąc, na przykład 2026-05.",
  },
  notAddedUp: {
    en: "The costs of this account are still being added up. Retry in half a minute.",
    pl: "Koszty tego konta są jeszcze sumowane. Spróbuj ponownie za pół minuty.",
  },
  noMonth: ({ month }: { month: string }) => ({
    en: `This account has no statement for ${month}.`,
    pl: `To konto nie ma wyciągu za ${month}.`,
  }),
});
