import { sentences } from "../core/sentence";

/** What is said of requests in Twilio's form that ask for what there is not. */
export const twilioSentences = sentences("twilio-api", {
  notAForm: {
    en: "Send the body as Content-Type: application/x-www-form-urlencoded.",
    pl: "Wyślij treść jako Content-Type: application/x-www-form-urlencoded.",
  },
  tooManyFields: ({ max }: { max: number }) => ({
    en: `A form may have ${max} fields.`,
    pl: `Formularz może mieć ${max} pól.`,
  }),
  notUtf8: {
    en: "The form is not valid UTF-8. Encode its fields as UTF-8.",
    pl: "Formularz nie jest poprawnym UTF-8. Zakoduj jego pola w UTF-8.",
  },
  repeated: ({ name }: { name: string }) => ({
    en: `${name} is there more than once. Set it once.`,
    pl: `Parametr ${name} występuje więcej niż raz. Podaj jeden.`,
  }),
  unsupported: ({ name }: { name: string }) => ({
    en: `${name} is not supported. Omit it.`,
    pl: `Parametr ${name} nie jest obsługiwany. Pomiń go.`,
  }),
  noService: {
    en: "Messaging services are not supported. Enter the sender in From.",
    pl: "Usługi Messaging Service nie są obsługiwane. Podaj nadawcę w polu From.",
  },
  noScheduleType: {
    en: "SendAt needs ScheduleType=fixed, and ScheduleType needs SendAt.",
    pl: "SendAt wymaga ScheduleType=fixed, a ScheduleType wymaga SendAt.",
  },
  wrongValidity: {
    en: "ValidityPeriod is a number of seconds from 1 to 172800.",
    pl: "ValidityPeriod to liczba sekund od 1 do 172800.",
  },
  wrongRetention: ({ name }: { name: string }) => ({
    en: `${name} is retain or discard.`,
    pl: `${name} to retain albo discard.`,
  }),
  onlyCancel: {
    en: "Of a message only Status=canceled can be changed.",
    pl: "W wiadomości można zmienić tylko Status na canceled.",
  },
  unknownParameter: ({ name, known }: { name: string; known: string }) => ({
    en: `${name} is not a parameter here. The parameters are ${known}.`,
    pl: `Nie ma tu parametru ${name}. Dostępne parametry: ${known}.`,
  }),
  wrongPage: {
    en: "Page is a whole number, and needs the PageToken of next_page_uri unless it is 0.",
    pl: "Page to liczba całkowita, a jeśli nie jest zerem, wymaga PageToken z next_page_uri.",
  },
  wrongPageSize: {
    en: "PageSize is a whole number from 1 to 1000.",
    pl: "PageSize to liczba całkowita od 1 do 1000.",
  },
  wrongDate: ({ name }: { name: string }) => ({
    en: `${name} is a date such as 2026-05-15, or a time in ISO 8601 with a zone.`,
    pl: `${name} to data, na przykład 2026-05-15, albo czas ISO 8601 ze strefą.`,
  }),
});
