import { sentences } from "../core/sentence";
import type { MessageStatus } from "./status";

/** Each as in "Ta wiadomość jest …". */
const inPolish: Record<MessageStatus, string> = {
  scheduled: "zaplanowana",
  queued: "w kolejce",
  sending: "właśnie wysyłana",
  sent: "wysłana",
  unknown: "wysłana z nieznanym wynikiem",
  delivered: "doręczona",
  failed: "nieudana",
  expired: "wygasła",
  bounced: "niedoręczalna",
  cancelled: "anulowana",
};

/** What is said of the fields of a message, and of one that can't be changed any more. */
export const messageSentences = sentences("messages", {
  notFound: { en: "Message not found.", pl: "Nie znaleziono wiadomości." },
  tooLateToCancel: ({ status }: { status: MessageStatus }) => ({
    en: `This message can't be cancelled: its status is ${status}.`,
    pl: `Tej wiadomości nie da się już anulować: jest ${inPolish[status]}.`,
  }),
  atTheCarrier: {
    en: "This message can't be cancelled: the carrier may have it.",
    pl: "Tej wiadomości nie da się już anulować: może ją mieć dostawca.",
  },
  notPutOff: {
    en: "This message is due already, or its campaign holds it.",
    pl: "Ta wiadomość czeka już na wysłanie albo wstrzymuje ją kampania.",
  },
  tooLateToReschedule: ({ status }: { status: MessageStatus }) => ({
    en: `This message can't be rescheduled: its status is ${status}.`,
    pl: `Nie da się już zmienić terminu tej wiadomości: jest ${inPolish[status]}.`,
  }),
  notText: { en: "Must be a string.", pl: "To musi być tekst." },
  noSender: {
    en: "Enter a sender: a name of up to 11 characters, or a phone number.",
    pl: "Podaj nadawcę: nazwę do 11 znaków albo numer.",
  },
  wrongSender: ({ value }: { value: string }) => ({
    en: `Invalid sender: ${value}`,
    pl: `Nieprawidłowy nadawca: ${value}`,
  }),
  noRecipient: {
    en: "Enter the recipient's number, such as 48732129000.",
    pl: "Podaj numer odbiorcy, na przykład 48732129000.",
  },
  noText: { en: "Write the text of the message.", pl: "Wpisz treść wiadomości." },
  tooManySegments: ({ max }: { max: number }) => ({
    en: `The text needs more than ${max} segments (1530 GSM-7 or 670 Unicode characters).`,
    pl: `Treść zajmuje więcej niż ${max} segmentów (1530 znaków GSM-7 albo 670 znaków Unicode).`,
  }),
  referenceNotText: {
    en: "The reference must be text.",
    pl: "Identyfikator własny musi być tekstem.",
  },
  longReference: {
    en: "The reference may have at most 255 characters.",
    pl: "Identyfikator własny może mieć najwyżej 255 znaków.",
  },
  wrongReference: {
    en: "The reference has a character that cannot be stored.",
    pl: "W identyfikatorze własnym jest znak, którego nie da się zapisać.",
  },
  metadataNotObject: {
    en: "metadata must be an object of texts, numbers, true, false, null, lists, and objects.",
    pl: "metadata to obiekt z tekstami, liczbami, true, false, null, listami i obiektami.",
  },
  largeMetadata: ({ max }: { max: number }) => ({
    en: `metadata may have at most ${max} bytes as JSON.`,
    pl: `metadata ma najwyżej ${max} bajtów zapisu JSON.`,
  }),
  deepMetadata: ({ max }: { max: number }) => ({
    en: `metadata may be nested at most ${max} deep.`,
    pl: `metadata ma najwyżej ${max} poziomów zagnieżdżenia.`,
  }),
  wrongMetadataKey: ({ max }: { max: number }) => ({
    en: `Keys of metadata have 1 to ${max} characters, without [ and ].`,
    pl: `Klucze metadata mają od 1 do ${max} znaków, bez [ i ].`,
  }),
  wrongMetadataNumber: {
    en: "metadata has a number that cannot be stored exactly. Write it as text.",
    pl: "W metadata jest liczba, której nie da się zapisać dokładnie. Zapisz ją jako tekst.",
  },
  wrongMetadataText: {
    en: "metadata has a character that cannot be stored.",
    pl: "W metadata jest znak, którego nie da się zapisać.",
  },
  wrongMetadataFilter: ({ max }: { max: number }) => ({
    en: `Filter by up to ${max} keys, each as metadata[key]=value.`,
    pl: `Filtruj po najwyżej ${max} kluczach, każdy jako metadata[klucz]=wartość.`,
  }),
  notAKey: {
    en: "The idempotency key must be a UUID v4.",
    pl: "Klucz idempotencji musi być identyfikatorem UUID v4.",
  },
  validityNotWhole: {
    en: "Validity is a whole number of seconds.",
    pl: "Ważność to całkowita liczba sekund.",
  },
  shortValidity: {
    en: "validity must be at least 60 seconds.",
    pl: "Ważność to co najmniej 60 sekund.",
  },
  longValidity: {
    en: "Validity is at most 172800 seconds (48 hours).",
    pl: "Ważność to najwyżej 172800 sekund (48 godzin).",
  },
  wrongStoreBody: {
    en: "store_body must be true or false.",
    pl: "store_body to true albo false.",
  },
  wrongShortLinks: {
    en: "short_links must be true or false.",
    pl: "Pole short_links ma wartość true albo false.",
  },
  wrongDryRun: {
    en: "dry_run must be true or false.",
    pl: "Pole dry_run ma wartość true albo false.",
  },
  notATime: {
    en: "Enter an ISO 8601 time with a time zone, such as 2026-05-15T14:23:47Z.",
    pl: "Podaj pełną datę i godzinę.",
  },
  pastTime: {
    en: "This time has passed. Omit the field to send now.",
    pl: "Ten czas już minął. Wybierz późniejszy albo wyślij od razu.",
  },
  tooFarAhead: {
    en: "Messages can be scheduled at most 35 days ahead.",
    pl: "Zaplanuj wiadomość najwyżej na 35 dni naprzód.",
  },
});
