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
  noStuckDecision: {
    en: "Choose whether to try the messages again or to give them up.",
    pl: "Wybierz, czy ponowić wysyłkę wiadomości, czy z nich zrezygnować.",
  },
  nothingWanted: {
    en: "Enter the ID of a message, a whole number, or the carrier's ID.",
    pl: "Podaj ID wiadomości, cały numer albo identyfikator dostawcy.",
  },
  noMending: {
    en: "Choose whether to enable, disable, or replay.",
    pl: "Wybierz, czy włączyć, wyłączyć, czy wysłać ponownie.",
  },
  noReceipts: { en: "Select at least one receipt.", pl: "Zaznacz co najmniej jeden raport." },
  tooManyReceipts: ({ max }: { max: number }) => ({
    en: `Select at most ${max} receipts.`,
    pl: `Zaznacz najwyżej ${max} raportów.`,
  }),
});
