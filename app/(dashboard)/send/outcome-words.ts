import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  heading: (isScheduled: boolean, credits: number, balance: number) =>
    `${isScheduled ? "Scheduled" : "Accepted"}: ${countWords("en", credits, { one: "credit", other: "credits" })} used, ${numberWords("en", balance)} left`,
  headingMany: (accepted: number, refused: number) =>
    refused === 0
      ? `To ${countWords("en", accepted, { one: "number", other: "numbers" })}.`
      : `To ${countWords("en", accepted, { one: "number", other: "numbers" })}; ${numberWords("en", refused)} refused.`,
  leavesAt: "Sends at",
  untilThen: "You can cancel it in the log until then.",
  copyId: "Copy message id",
  another: "Send another",
  open: "Open the message",
  openLog: "Open the log",
  copyCurl: "Copy as curl",
  accepted: "Accepted",
  refused: "Rejected",
  writeRefused: "Message the rejected numbers again",
};

export const outcomeWords: Words<typeof en> = {
  en,
  pl: {
    heading: (isScheduled, credits, balance) =>
      `${isScheduled ? "Zaplanowano" : "Przyjęto"}. Koszt: ${countWords("pl", credits, { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" })}, zostało ${numberWords("pl", balance)}`,
    headingMany: (accepted, refused) =>
      `Liczba odbiorców: ${numberWords("pl", accepted)}${refused === 0 ? "." : `; odrzucono ${numberWords("pl", refused)}.`}`,
    leavesAt: "Wyjdzie",
    untilThen: "Do tego czasu anulujesz ją w dzienniku wiadomości.",
    copyId: "Kopiuj identyfikator wiadomości",
    another: "Napisz następną",
    open: "Otwórz wiadomość",
    openLog: "Otwórz wiadomości",
    copyCurl: "Kopiuj jako curl",
    accepted: "Przyjęte",
    refused: "Odrzucone",
    writeRefused: "Napisz ponownie na odrzucone numery",
  },
};
