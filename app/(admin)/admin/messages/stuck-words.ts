import type { StuckDecision } from "@/lib/administration/contract";
import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import type { DecisionWords } from "./decision-words";

const messages = { one: "message", other: "messages" };
const wiadomości = { one: "wiadomość", few: "wiadomości", many: "wiadomości", other: "wiadomości" };

const en: DecisionWords<StuckDecision> = {
  title: "Stuck messages",
  lead: "They should have left more than 10 minutes ago and are still queued. Depesza keeps trying until their validity ends.",
  none: "No message has waited longer than 10 minutes.",
  shown: (shown, count) => `The oldest ${numberWords("en", shown)} of ${numberWords("en", count)}.`,
  all: "Select all",
  selected: (count) => `${numberWords("en", count)} selected`,
  choices: {
    try_again: {
      submit: "Retry now",
      meaning: "The messages are due immediately instead of after their pause.",
    },
    give_up: {
      submit: "Refund and close",
      meaning:
        "The status becomes failed, the credits are refunded, and the customer's webhooks get the event. Messages that a carrier may have stay as they are.",
    },
  },
  asking: {
    try_again: (count) => `Retry ${countWords("en", count, messages)}?`,
    give_up: (count) => `Refund and close ${countWords("en", count, messages)}?`,
  },
  cancel: "Cancel",
  done: {
    try_again: (count) => `${countWords("en", count, messages)} due now.`,
    give_up: (count) => `${countWords("en", count, messages)} closed and refunded.`,
  },
  known: (count) =>
    `Skipped ${countWords("en", count, messages)}: no longer queued, due already, held by a campaign, or a carrier may have them.`,
};

/** What is said of messages that should have left and are queued. */
export const stuckWords: Words<DecisionWords<StuckDecision>> = {
  en,
  pl: {
    title: "Wiadomości, które utknęły",
    lead: "Miały wyjść ponad 10 minut temu, a nadal czekają w kolejce. Depesza ponawia próby do końca ich ważności.",
    none: "Żadna wiadomość nie czeka dłużej niż 10 minut.",
    shown: (shown, count) =>
      `${numberWords("pl", shown)} najstarszych z ${numberWords("pl", count)}.`,
    all: "Zaznacz wszystkie",
    selected: (count) => `Zaznaczono: ${numberWords("pl", count)}`,
    choices: {
      try_again: {
        submit: "Ponów teraz",
        meaning: "Próba nastąpi od razu, a nie dopiero po przerwie.",
      },
      give_up: {
        submit: "Zwróć kredyty i zamknij",
        meaning:
          "Wiadomość kończy się jako nieudana, kredyty wracają, a webhooki klienta dostają zdarzenie. Te, które może mieć dostawca, zostają bez zmian.",
      },
    },
    asking: {
      try_again: (count) => `Ponowić ${countWords("pl", count, wiadomości)}?`,
      give_up: (count) => `Zwrócić kredyty i zamknąć ${countWords("pl", count, wiadomości)}?`,
    },
    cancel: "Anuluj",
    done: {
      try_again: (count) => `Do wysłania od razu: ${countWords("pl", count, wiadomości)}.`,
      give_up: (count) => `Zamknięto ze zwrotem: ${countWords("pl", count, wiadomości)}.`,
    },
    known: (count) =>
      `Pominięto ${countWords("pl", count, wiadomości)}: nie czekają już, i tak mają zaraz wyjść, wstrzymuje je kampania albo może je mieć dostawca.`,
  },
};
