import type { Words } from "@/lib/language/language";

const en = {
  stages: { Accepted: "Accepted", Sent: "Sent", Delivered: "Delivered", Webhook: "Webhook" },
  notStages: { Accepted: "Not accepted", Sent: "Not sent", Delivered: "Not delivered" },
  states: { done: "done", now: "in progress", failed: "failed", empty: "not yet" },
  deliveries: {
    waiting: { word: "Pending", meaning: "Next to be sent." },
    held: {
      word: "Held back",
      meaning: "The endpoint is failing. One event at a time checks it; the others follow.",
    },
    retrying: { word: "Retrying", meaning: "The last attempt failed. It will be retried." },
    delivered: { word: "Delivered", meaning: "The endpoint returned 2xx." },
    failed: { word: "Failed", meaning: "No attempts left. You can replay it." },
  },
};

/** The four stages of a message and the states of a webhook delivery. */
export const deliveryWords: Words<typeof en> = {
  en,
  pl: {
    stages: { Accepted: "Przyjęta", Sent: "Wysłana", Delivered: "Doręczona", Webhook: "Webhook" },
    notStages: {
      Accepted: "Nieprzyjęta",
      Sent: "Niewysłana",
      Delivered: "Niedoręczona",
    },
    states: { done: "gotowe", now: "w toku", failed: "nieudane", empty: "jeszcze nie" },
    deliveries: {
      waiting: { word: "Oczekuje", meaning: "Następne do wysłania." },
      held: {
        word: "Wstrzymane",
        meaning: "Punkt odbioru zawodzi. Sprawdza go jedno zdarzenie naraz, pozostałe oczekują.",
      },
      retrying: { word: "Ponawiane", meaning: "Ostatnia próba się nie udała. Zostanie ponowiona." },
      delivered: { word: "Dostarczone", meaning: "Punkt odbioru odpowiedział 2xx." },
      failed: {
        word: "Nieudane",
        meaning: "Wykorzystano wszystkie próby. Wyślij ponownie, aby dostarczyć.",
      },
    },
  },
};
