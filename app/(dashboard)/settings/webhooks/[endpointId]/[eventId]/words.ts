import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Webhook delivery",
  tries: "Attempts",
  noTries: "No attempts yet.",
  posted: "Event sent",
  unwritten: "Stored with the first attempt.",
  body: "Request body",
  after: (tries: number) =>
    `after ${countWords("en", tries, { one: "attempt", other: "attempts" })}`,
  dueAgain: ", next attempt",
  held: "The endpoint is failing. Depesza sends it one event at a time and holds the others back, without using up their attempts. This one follows when the endpoint returns 2xx again.",
  reason: (words: string) => `Reason: ${words}`,
  again:
    "The webhook-id header and the body don't change. A receiver that stores processed IDs handles each event once.",
  to: "to",
  nextTry: ". Next attempt scheduled for",
  facts: {
    event: "Event ID",
    copyEvent: "Copy event ID",
    message: "Message",
    noMessage: "none",
    happened: "Event time",
    settled: "Completed",
    stillOpen: "not yet",
  },
};

/** What the page of one webhook delivery says. */
export const deliveryPageWords: Words<typeof en> = {
  en,
  pl: {
    title: "Dostarczenie webhooka",
    tries: "Próby",
    noTries: "Nie było jeszcze żadnej próby.",
    posted: "Wysłane zdarzenie",
    unwritten: "Zapisywane przy pierwszej próbie.",
    body: "Treść żądania",
    after: (tries) => `po ${countWords("pl", tries, { one: "próbie", other: "próbach" })}`,
    dueAgain: ", następna próba",
    held: "Punkt odbioru nie odpowiada poprawnie. Depesza wysyła do niego po jednym zdarzeniu, a pozostałe wstrzymuje i nie zużywa ich prób. To zdarzenie wyjdzie, gdy punkt odbioru znów odpowie 2xx.",
    reason: (words) => `Powód: ${words}`,
    again:
      "Nagłówek webhook-id i treść się nie zmieniają. Odbiorca, który zapisuje przetworzone identyfikatory, obsłuży każde zdarzenie raz.",
    to: "na",
    nextTry: ". Następna próba:",
    facts: {
      event: "ID zdarzenia",
      copyEvent: "Kopiuj ID zdarzenia",
      message: "Wiadomość",
      noMessage: "brak",
      happened: "Czas zdarzenia",
      settled: "Zakończone",
      stillOpen: "jeszcze nie",
    },
  },
};
