import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "API requests",
  lead: "What your tokens asked of the API in the last 7 days. Texts, complete numbers, and secrets are never recorded, and requests without a valid token aren't listed.",
  tokens: "Tokens",
  filter: {
    method: "Method",
    anyMethod: "Any method",
    status: "Status",
    anyStatus: "Any status",
    statuses: {
      "2xx": "2xx accepted",
      "4xx": "4xx rejected",
      "5xx": "5xx failed",
    },
    path: "Path",
    token: "Token",
    anyToken: "Any token",
    request: "Request ID",
    show: "Show",
    reset: "Clear filters",
  },
  caption: "API requests, newest first",
  duration: (ms: number) => `${ms} ms`,
  erased: "Erased token",
  test: "test",
  details: "Details",
  query: "Query",
  body: "Body",
  noBody: "No query or body was recorded.",
  masked:
    "Values in brackets and digits shown as • weren't recorded. Replace them before you run the request.",
  curl: "Copy as curl",
  missed: (count: number) =>
    `${countWords("en", count, { one: "more request", other: "more requests" })} at about this time not recorded: there were too many.`,
  isOff: "Requests aren't recorded in this installation (REQUEST_LOG=off).",
  none: "No requests in the last 7 days.",
  noMatch: "No requests match these filters.",
  noMatchYet: "None of the 50,000 requests searched match. Look at older ones.",
  newest: "Newer",
  older: "Older",
};

export type RequestWords = typeof en;

/** What the list of API requests says. */
export const requestWords: Words<RequestWords> = {
  en,
  pl: {
    title: "Żądania API",
    lead: "O co twoje tokeny prosiły API w ostatnich 7 dniach. Treści, pełne numery i sekrety nigdy nie są zapisywane, a żądań bez ważnego tokenu nie ma na liście.",
    tokens: "Tokeny",
    filter: {
      method: "Metoda",
      anyMethod: "Każda metoda",
      status: "Status",
      anyStatus: "Każdy status",
      statuses: {
        "2xx": "2xx przyjęte",
        "4xx": "4xx odrzucone",
        "5xx": "5xx nieudane",
      },
      path: "Ścieżka",
      token: "Token",
      anyToken: "Każdy token",
      request: "Identyfikator żądania",
      show: "Pokaż",
      reset: "Wyczyść filtry",
    },
    caption: "Żądania API, od najnowszego",
    duration: (ms) => `${ms} ms`,
    erased: "Usunięty token",
    test: "testowy",
    details: "Szczegóły",
    query: "Parametry",
    body: "Treść żądania",
    noBody: "Nie zapisano parametrów ani treści.",
    masked:
      "Wartości w nawiasach i cyfry pokazane jako • nie zostały zapisane. Zastąp je, zanim wyślesz żądanie.",
    curl: "Kopiuj jako curl",
    missed: (count) =>
      `Niezapisane z tego czasu: ${countWords("pl", count, {
        one: "żądanie",
        few: "żądania",
        many: "żądań",
        other: "żądania",
      })}. Było ich zbyt wiele.`,
    isOff: "Ta instalacja nie zapisuje żądań (REQUEST_LOG=off).",
    none: "Brak żądań w ostatnich 7 dniach.",
    noMatch: "Żadne żądanie nie pasuje do tych filtrów.",
    noMatchYet: "Żadne z 50 000 przeszukanych żądań nie pasuje. Zobacz starsze.",
    newest: "Najnowsze",
    older: "Starsze",
  },
};
