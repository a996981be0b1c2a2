import type { Decision } from "@/lib/administration/contract";
import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";
import type { DecisionWords } from "./decision-words";

const messages = { one: "message", other: "messages" };
const wiadomości = { one: "wiadomość", few: "wiadomości", many: "wiadomości", other: "wiadomości" };

const en: DecisionWords<Decision> = {
  title: "Unknown messages",
  lead: "The carrier never said whether it has these messages. A receipt still settles them. You can decide earlier, for one or several.",
  none: "The result of every message is known or on its way.",
  shown: (shown: number, count: number) =>
    `The oldest ${numberWords("en", shown)} of ${numberWords("en", count)}.`,
  all: "Select all",
  selected: (count: number) => `${numberWords("en", count)} selected`,
  choices: {
    send_again: {
      submit: "Resend",
      meaning: "If the carrier has the message after all, a second copy is possible.",
    },
    refund: {
      submit: "Refund",
      meaning:
        "The status becomes failed, and the credits are refunded. The message may still arrive.",
    },
  },
  asking: {
    send_again: (count: number) => `Resend ${countWords("en", count, messages)}?`,
    refund: (count: number) => `Refund ${countWords("en", count, messages)}?`,
  },
  cancel: "Cancel",
  done: {
    send_again: (count: number) => `${countWords("en", count, messages)} resent.`,
    refund: (count: number) => `${countWords("en", count, messages)} refunded.`,
  },
  known: (count: number) =>
    `Skipped ${countWords("en", count, messages)}: the result is known by now.`,
};

/** What is said of messages whose carrier never said whether it has them. */
export const unknownWords: Words<DecisionWords<Decision>> = {
  en,
  pl: {
    title: "Wiadomości o nieznanym wyniku",
    lead: "Dostawca nie powiedział, czy je ma. Raport doręczenia nadal może to rozstrzygnąć. Możesz zdecydować wcześniej, o jednej albo o kilku naraz.",
    none: "Wynik każdej wiadomości jest znany albo w drodze.",
    shown: (shown, count) =>
      `${numberWords("pl", shown)} najstarszych z ${numberWords("pl", count)}.`,
    all: "Zaznacz wszystkie",
    selected: (count) => `Zaznaczono: ${numberWords("pl", count)}`,
    choices: {
      send_again: {
        submit: "Wyślij ponownie",
        meaning: "Jeśli dostawca jednak ma wiadomość, odbiorca może dostać ją dwa razy.",
      },
      refund: {
        submit: "Zwróć kredyty",
        meaning: "Wiadomość kończy się jako nieudana, a kredyty wracają. Może jeszcze dotrzeć.",
      },
    },
    asking: {
      send_again: (count) => `Wysłać ponownie ${countWords("pl", count, wiadomości)}?`,
      refund: (count) => `Zwrócić kredyty za ${countWords("pl", count, wiadomości)}?`,
    },
    cancel: "Anuluj",
    done: {
      send_again: (count) => `Wysłano ponownie: ${countWords("pl", count, wiadomości)}.`,
      refund: (count) => `Zwrócono kredyty za ${countWords("pl", count, wiadomości)}.`,
    },
    known: (count) =>
      `Wynik jest już znany, więc bez zmian: ${countWords("pl", count, wiadomości)}.`,
  },
};
