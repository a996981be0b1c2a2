import { sentences } from "../core/sentence";

/** What is said of messages from phones, and of the numbers they are sent to. */
export const inboundSentences = sentences("inbound", {
  notFound: { en: "Message not found.", pl: "Nie znaleziono wiadomości." },
  wrongFilter: {
    en: "Enter a number with its country code.",
    pl: "Podaj numer z numerem kierunkowym kraju.",
  },
  wrongText: {
    en: "This has a character that no message has.",
    pl: "Jest tu znak, którego nie ma żadna wiadomość.",
  },
  wrongNumber: {
    en: "Enter a number in E.164 or a short code: 3 to 15 digits.",
    pl: "Podaj numer w formacie E.164 albo numer skrócony: od 3 do 15 cyfr.",
  },
  takenNumber: ({ number }: { number: string }) => ({
    en: `The number ${number} already belongs to an account.`,
    pl: `Numer ${number} należy już do konta.`,
  }),
  noSuchNumber: { en: "No account has this number.", pl: "Żadne konto nie ma tego numeru." },
});
