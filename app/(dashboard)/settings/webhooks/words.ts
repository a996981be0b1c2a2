import type { Words } from "@/lib/language/language";

const en = {
  title: "Webhooks",
  lead: "Add a URL on your server. Depesza sends it a signed event within moments when a message is delivered, fails, expires, or bounces.",
  deleted: "Endpoint deleted.",
  deletedMore: "It receives no more events. Past deliveries stay in the message history.",
  add: {
    title: "New endpoint",
    inUse: (count: number, most: number) => `${count} of ${most} in use.`,
    full: (most: number) => `An account has at most ${most} endpoints. Delete one to add another.`,
    submit: "Add endpoint",
  },
  none: {
    title: "No endpoints yet",
    what: "When a message is delivered, fails, expires, or bounces, Depesza POSTs an event to each endpoint. Return 2xx within 15 seconds. Anything else is retried, up to ten attempts over three days.",
    example: "Example event",
    verify: "Verify the signature before you trust the body:",
    how: "how, in five languages",
    andThen: ". Then add your URL below, and send it a test event.",
  },
  list: {
    title: "Endpoints",
    modes: { live: "live", test: "test" },
    allEvents: "All message events",
    firstFailure: "first failure",
    switchedOff: "disabled",
  },
  fields: {
    address: "URL",
    addressHint: "A public HTTPS URL that accepts POST. Redirects aren't followed.",
    events: "Events",
    description: "Description",
    descriptionExample: "Order system",
    descriptionHint: "Optional. What this endpoint is for.",
    mode: "Mode",
    modes: {
      live: { label: "Live", hint: "Receives events for live messages." },
      test: { label: "Test", hint: "Receives events for messages sent with a test token." },
    },
  },
  events: {
    "sms.delivered": { word: "Delivered", meaning: "The handset has it." },
    "sms.failed": { word: "Failed", meaning: "Rejected by the carrier or the mobile network." },
    "sms.expired": { word: "Expired", meaning: "Not delivered within its validity." },
    "sms.bounced": { word: "Bounced", meaning: "The number is inactive or unreachable." },
    "sms.received": { word: "Received", meaning: "A phone sent you a message." },
    "campaign.finished": {
      word: "Campaign",
      meaning:
        "A campaign is over: its last message has reached a final status, or it was cancelled.",
    },
    "verification.approved": {
      word: "Verified",
      meaning: "The right code of a verification was checked.",
    },
    "verification.expired": {
      word: "Not verified",
      meaning: "A verification has expired before its code was checked.",
    },
    "balance.low": {
      word: "Balance",
      meaning: "The balance is below the alert on the Credits page. Live endpoints only.",
    },
    "carrier.alarm": {
      word: "Alarm",
      meaning:
        "A carrier accepts no messages, messages have no route, or something else is wrong. Live endpoints only.",
    },
  },
};

/** What the page of webhook endpoints says, and what its fields say elsewhere. */
export const webhooksWords: Words<typeof en> = {
  en,
  pl: {
    title: "Webhooki",
    lead: "Dodaj adres URL na swoim serwerze. Depesza wyśle na niego podpisane zdarzenie, gdy wiadomość zostanie doręczona, nie uda się jej wysłać, wygaśnie albo okaże się niedoręczalna.",
    deleted: "Punkt odbioru usunięty.",
    deletedMore:
      "Nie dostaje już zdarzeń. Wcześniejsze dostarczenia zostają w historii wiadomości.",
    add: {
      title: "Nowy punkt odbioru",
      inUse: (count, most) => `W użyciu ${count} z ${most}.`,
      full: (most) =>
        `Konto może mieć najwyżej ${most} punktów odbioru. Usuń któryś, żeby dodać nowy.`,
      submit: "Dodaj punkt odbioru",
    },
    none: {
      title: "Nie ma jeszcze punktów odbioru",
      what: "Gdy wiadomość zostanie doręczona, nie uda się, wygaśnie albo okaże się niedoręczalna, Depesza wysyła żądanie POST na każdy punkt odbioru. Zwróć 2xx w ciągu 15 sekund. Po każdej innej odpowiedzi Depesza ponawia, do dziesięciu prób w ciągu trzech dni.",
      example: "Przykładowe zdarzenie",
      verify: "Zanim zaufasz treści, sprawdź podpis:",
      how: "jak to zrobić, w pięciu językach",
      andThen: ". Potem dodaj adres poniżej i wyślij zdarzenie testowe.",
    },
    list: {
      title: "Punkty odbioru",
      modes: { live: "produkcyjny", test: "testowy" },
      allEvents: "Wszystkie zdarzenia wiadomości",
      firstFailure: "pierwszy błąd",
      switchedOff: "wyłączony",
    },
    fields: {
      address: "Adres URL",
      addressHint:
        "Publiczny adres HTTPS, który przyjmuje POST. Przekierowania nie są obsługiwane.",
      events: "Zdarzenia",
      description: "Opis",
      descriptionExample: "System zamówień",
      descriptionHint: "Opcjonalny. Do czego służy ten punkt odbioru.",
      mode: "Tryb",
      modes: {
        live: {
          label: "Produkcyjny",
          hint: "Dostaje zdarzenia wiadomości wysyłanych na telefony.",
        },
        test: {
          label: "Testowy",
          hint: "Dostaje zdarzenia wiadomości wysyłanych tokenem testowym.",
        },
      },
    },
    events: {
      "sms.delivered": { word: "Doręczona", meaning: "Telefon odebrał wiadomość." },
      "sms.failed": { word: "Nieudana", meaning: "Odrzucona przez dostawcę lub sieć komórkową." },
      "sms.expired": { word: "Wygasła", meaning: "Nie doręczono jej w czasie ważności." },
      "sms.bounced": { word: "Niedoręczalna", meaning: "Numer jest nieaktywny lub nieosiągalny." },
      "sms.received": { word: "Odebrana", meaning: "Przyszła wiadomość z telefonu." },
      "campaign.finished": {
        word: "Kampania",
        meaning:
          "Kampania dobiegła końca: ostatnia wiadomość ma stan końcowy albo kampanię anulowano.",
      },
      "verification.approved": {
        word: "Zweryfikowany",
        meaning: "Sprawdzono prawidłowy kod weryfikacji.",
      },
      "verification.expired": {
        word: "Kod wygasł",
        meaning: "Weryfikacja wygasła, zanim sprawdzono jej kod.",
      },
      "balance.low": {
        word: "Saldo",
        meaning: "Saldo jest poniżej progu ze strony Kredyty. Tylko w trybie produkcyjnym.",
      },
      "carrier.alarm": {
        word: "Alarm",
        meaning:
          "Dostawca nie przyjmuje wiadomości, brakuje trasy albo coś innego jest nie tak. Tylko w trybie produkcyjnym.",
      },
    },
  },
};
