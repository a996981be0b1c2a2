import { sentences } from "../core/sentence";

/** What is said to a program that calls a tool. */
export const agentSentences = sentences("agents", {
  unknownTool: ({ known }: { known: string }) => ({
    en: `Tool not found. Use one of: ${known}.`,
    pl: `Nie znaleziono narzędzia. Użyj jednego z: ${known}.`,
  }),
  unknownArgument: ({ known }: { known: string }) => ({
    en: known === "" ? "This tool has no arguments." : `Unknown argument. Use: ${known}.`,
    pl: known === "" ? "To narzędzie nie ma argumentów." : `Nieznany argument. Użyj: ${known}.`,
  }),
  wrongCount: ({ max }: { max: number }) => ({
    en: `recipients must be a whole number from 1 to ${max}.`,
    pl: `recipients to liczba całkowita od 1 do ${max}.`,
  }),
  noMessageId: {
    en: "message_id must be the ID of a message.",
    pl: "message_id musi być identyfikatorem wiadomości.",
  },
  unconfirmed: {
    en: "Call send_message with dry_run: true first, show the result to a person, and repeat the call with the confirm value that it returned.",
    pl: "Najpierw wywołaj send_message z dry_run: true, pokaż wynik człowiekowi i powtórz wywołanie ze zwróconą wartością confirm.",
  },
  wrongConfirmation: {
    en: "confirm does not belong to this message and token. Change nothing after the dry run, or make a new one.",
    pl: "confirm nie należy do tej wiadomości i tego tokenu. Po próbie niczego nie zmieniaj albo wykonaj nową próbę.",
  },
  lateConfirmation: ({ minutes }: { minutes: number }) => ({
    en: `confirm is older than ${minutes} minutes. Check with list_messages that the message was not sent, then make a new dry run.`,
    pl: `confirm ma więcej niż ${minutes} minut. Sprawdź przez list_messages, czy wiadomość nie została wysłana, i wykonaj nową próbę.`,
  }),
  tooSlow: {
    en: "The call took too long. Repeat it unchanged: the same confirm never sends twice.",
    pl: "Wywołanie trwało za długo. Powtórz je bez zmian: to samo confirm nigdy nie wysyła dwa razy.",
  },
});
