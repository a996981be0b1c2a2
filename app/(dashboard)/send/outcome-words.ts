import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  heading: (isScheduled: boolean, credits: number, balance: number) =>
    `${isScheduled ? "Scheduled" : "Accepted"}: ${countWords("en", credits, { one: "credit", other: "credits" })} used, ${numberWords("en", balance)} left`,
  cost: (worth: string) => `Cost: ${worth}.`,
  headingMany: (accepted: number, refused: number) =>
    refused === 0
      ? `To ${countWords("en", accepted, { one: "number", other: "numbers" })}.`
      : `To ${countWords("en", accepted, { one: "number", other: "numbers" })}. ${numberWords("en", refused)} rejected.`,
  leavesAt: "Sends at",
  untilThen: "You can cancel it in the log until then.",
  copyId: "Copy message ID",
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
    cost: (worth) => `Koszt: ${worth}.`,
    headingMany: (accepted, refused) =>
      `Liczba odbiorców: ${numberWords("pl", accepted)}.${refused === 0 ? "" : ` Odrzucono ${numberWords("pl", refused)}.`}`,
    leavesAt: "Wysyłka",
    untilThen: "Do tego czasu możesz ją anulować w dzienniku.",
    copyId: "Kopiuj ID wiadomości",
    another: "Napisz następną",
    open: "Otwórz wiadomość",
    openLog: "Otwórz dziennik",
    copyCurl: "Kopiuj jako curl",
    accepted: "Przyjęte",
    refused: "Odrzucone",
    writeRefused: "Napisz ponownie do odrzuconych numerów",
  },
};
