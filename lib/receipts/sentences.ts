import { sentences } from "../core/sentence";

/** What a carrier is told about a callback. */
export const receiptSentences = sentences("receipts", {
  notJson: { en: "The body is not valid JSON.", pl: "Treść nie jest poprawnym JSON-em." },
  unknownShape: { en: "Unknown event format.", pl: "Nieznany format zdarzenia." },
  wrongSignature: {
    en: "The signature is invalid or too old.",
    pl: "Podpis jest nieprawidłowy albo za stary.",
  },
  notFound: {
    en: "Nothing was found at this URL.",
    pl: "Pod tym adresem niczego nie znaleziono.",
  },
  noMessage: {
    en: "No message has this ID. The event is stored for now.",
    pl: "Żadna wiadomość nie ma tego ID. Zdarzenie jest na razie zapisane.",
  },
});
