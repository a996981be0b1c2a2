import { sentences } from "../core/sentence";

/** What is said of a request that makes a campaign with its people in one go. */
export const submitSentences = sentences("campaign-requests", {
  oneSource: {
    en: "Send recipients or group_id, not both.",
    pl: "Podaj recipients albo group_id, nie oba naraz.",
  },
  noSource: {
    en: "Send recipients or group_id, or set start to false and upload a file.",
    pl: "Podaj recipients albo group_id, albo ustaw start na false i prześlij plik.",
  },
  oneText: {
    en: "Send body or template_id, not both.",
    pl: "Podaj body albo template_id, nie oba naraz.",
  },
  noText: {
    en: "Send the text in body, or a template_id.",
    pl: "Podaj treść w body albo template_id.",
  },
  noSender: {
    en: "Send from: a name of up to 11 characters, or a phone number.",
    pl: "Podaj from: nazwę do 11 znaków albo numer.",
  },
  wrongFlag: ({ name }: { name: string }) => ({
    en: `${name} must be true or false.`,
    pl: `${name} to true albo false.`,
  }),
  nothingToChange: {
    en: "Send at least one field to change.",
    pl: "Podaj co najmniej jedno pole do zmiany.",
  },
  otherRequest: {
    en: "This idempotency key was used for another campaign.",
    pl: "Ten klucz idempotencji został użyty dla innej kampanii.",
  },
  stillChecking: {
    en: "The rows are still being checked. Nothing was sent. Repeat the request.",
    pl: "Trwa jeszcze sprawdzanie wierszy. Nic nie wysłano. Powtórz żądanie.",
  },
  rowCannotBeSent: ({ row, reason }: { row: number; reason: string }) => ({
    en: `Row ${row}: ${reason}`,
    pl: `Wiersz ${row}: ${reason}`,
  }),
});
