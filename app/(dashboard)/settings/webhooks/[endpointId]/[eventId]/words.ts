import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Webhook delivery",
  tries: "Tries",
  noTries: "None yet.",
  posted: "What is posted",
  unwritten: "It is written with the first try.",
  body: "Request body",
  after: (tries: number) => `after ${countWords("en", tries, { one: "try", other: "tries" })}`,
  dueAgain: ", due again",
  held: "The endpoint is failing. Depesza sends it one event at a time and holds the others back, without using up their attempts. This one follows when the endpoint returns 2xx again.",
  reason: (words: string) => `Reason: ${words}`,
  again:
    "With the same webhook-id and body. A receiver that keeps the ids it has seen takes it once.",
  to: "to",
  nextTry: ". Next try planned for",
  facts: {
    event: "Event id",
    copyEvent: "Copy event id",
    message: "Message",
    happened: "Happened",
    settled: "Settled",
    unsettled: "not yet",
  },
};

/** What the page of one webhook delivery says. */
export const deliveryPageWords: Words<typeof en> = {
  en,
  pl: {
    title: "Dostarczenie webhooka",
    tries: "Próby",
    noTries: "Jeszcze żadnej.",
    posted: "Co jest wysyłane",
    unwritten: "Powstaje przy pierwszej próbie.",
    body: "Treść żądania",
    after: (tries) => `po ${countWords("pl", tries, { one: "próbie", other: "próbach" })}`,
    dueAgain: ", następna",
    held: "Punkt odbioru nie odpowiada poprawnie. Depesza wysyła do niego po jednym zdarzeniu, a pozostałe wstrzymuje i nie zużywa ich prób. To zdarzenie wyjdzie, gdy punkt odbioru znów odpowie 2xx.",
    reason: (words) => `Powód: ${words}`,
    again:
      "Z tym samym webhook-id i tą samą treścią. Kto pamięta widziane identyfikatory, przyjmie je raz.",
    to: "na",
    nextTry: ". Następna próba:",
    facts: {
      event: "Id zdarzenia",
      copyEvent: "Kopiuj id zdarzenia",
      message: "Wiadomość",
      happened: "Zaszło",
      settled: "Zamknięte",
      unsettled: "jeszcze nie",
    },
  },
};
