import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Receipts",
  lead: "What carriers reported and nobody could use.",
  parkedTitle: "Receipts that match no message",
  parkedLead:
    "Carriers reported these IDs, which no message here has. A receipt can come before the response to the submission, so recent ones may still be matched.",
  parkedNone: "Every receipt so far belongs to a message.",
  parkedColumns: { time: "Received", carrier: "Carrier", id: "Carrier's ID", status: "Status" },
  fresh: "may still match",
  discard: "Discard",
  refusedTitle: "Rejected callbacks",
  refusedLead:
    "Requests to the address for callbacks that were rejected. Their bodies are not shown: they may quote messages.",
  refusedNone: "No callback was rejected.",
  refusedColumns: ["Received", "Carrier named", "Reason", "From", "Size"],
  characters: (count: number) => `${numberWords("en", count)} characters`,
  refusals: {
    unknown_carrier: "Carrier not found, or it sends no callbacks.",
    wrong_secret: "The secret in the address is wrong.",
    wrong_address: "It came from an address that is not the carrier's.",
    wrong_signature: "The signature is wrong.",
    invalid_json: "The body is not JSON.",
    unknown_shape: "The body has an unknown format.",
  } as Record<string, string>,
};

/** What the administrator's page of receipts says. */
export const receiptsWords: Words<typeof en> = {
  en,
  pl: {
    title: "Raporty",
    lead: "Co zgłosili dostawcy, a czego nie da się użyć.",
    parkedTitle: "Raporty bez wiadomości",
    parkedLead:
      "Dostawcy zgłosili te identyfikatory, ale nie ma ich żadna wiadomość. Raport może przyjść przed odpowiedzią na wysłanie, więc najnowsze mogą jeszcze znaleźć swoją wiadomość.",
    parkedNone: "Każdy dotychczasowy raport ma swoją wiadomość.",
    parkedColumns: { time: "Odebrany", carrier: "Dostawca", id: "ID u dostawcy", status: "Status" },
    fresh: "może jeszcze pasować",
    discard: "Usuń",
    refusedTitle: "Odrzucone wywołania zwrotne",
    refusedLead:
      "Żądania pod adres wywołań zwrotnych, które odrzucono. Ich treści nie widać: mogą cytować wiadomości.",
    refusedNone: "Nie odrzucono żadnego wywołania.",
    refusedColumns: ["Otrzymano", "Podany dostawca", "Powód", "Skąd", "Rozmiar"],
    characters: (count) => `Znaki: ${numberWords("pl", count)}`,
    refusals: {
      unknown_carrier: "Nie ma takiego dostawcy albo nie wysyła on wywołań.",
      wrong_secret: "Sekret w adresie jest błędny.",
      wrong_address: "Przyszło z adresu, który nie należy do dostawcy.",
      wrong_signature: "Podpis jest błędny.",
      invalid_json: "Treść nie jest JSON-em.",
      unknown_shape: "Treść ma nieznany format.",
    },
  },
};
