import { sentences } from "@/lib/core/sentence";

/** What the forms of an endpoint's page say besides what deliveries and webhooks do. */
export const replaySentences = sentences("replay-form", {
  noTime: { en: "Choose a day and a time.", pl: "Wybierz dzień i godzinę." },
  nothingLeft: {
    en: "No events are left to replay: they were replayed in the meantime.",
    pl: "Nie ma zdarzeń do ponownego wysłania: w międzyczasie wysłano je ponownie.",
  },
});
