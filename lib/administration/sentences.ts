import { sentences } from "../core/sentence";

/** What is said of the administrator's decisions that cannot be carried out. */
export const administrationSentences = sentences("administration", {
  noCarrier: { en: "Carrier not found.", pl: "Nie znaleziono dostawcy." },
  noMessages: { en: "Select at least one message.", pl: "Zaznacz co najmniej jedną wiadomość." },
  tooManyMessages: ({ max }: { max: number }) => ({
    en: `Select at most ${max} messages.`,
    pl: `Zaznacz najwyżej ${max} wiadomości.`,
  }),
  noDecision: {
    en: "Choose whether to send the messages again or to refund them.",
    pl: "Wybierz, czy wysłać wiadomości ponownie, czy zwrócić za nie kredyty.",
  },
});
