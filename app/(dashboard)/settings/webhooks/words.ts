import type { Words } from "@/lib/language/language";

const en = {
  title: "Webhooks",
  lead: "Add a URL on your server. Depesza sends it a signed event within moments when a message is delivered, fails, expires, or bounces.",
  deleted: "Endpoint deleted.",
  deletedMore: "It receives no more events. Past deliveries stay in the message history.",
  add: {
    title: "Add an endpoint",
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
    andThen: ". Then add the address below, and send it a test event.",
  },
  list: {
    title: "Endpoints",
    modes: { live: "live", test: "test" },
    allEvents: "All events",
    firstFailure: "first failure",
    switchedOff: "switched off",
  },
  fields: {
    address: "Address",
    addressHint: "A public HTTPS URL that accepts POST. Redirects aren't followed.",
    events: "Events",
    description: "Description",
    descriptionExample: "Order system",
    descriptionHint: "Optional. What this endpoint is for.",
    mode: "Mode",
    modes: {
      live: { label: "Live", hint: "Receives events for live messages." },
      test: { label: "Test", hint: "Gets the events of messages a test token sends." },
    },
  },
  events: {
    "sms.delivered": { word: "Delivered", meaning: "The handset has it." },
    "sms.failed": { word: "Failed", meaning: "Rejected by the carrier or the mobile network." },
    "sms.expired": { word: "Expired", meaning: "Not delivered within its validity." },
    "sms.bounced": { word: "Bounced", meaning: "The number is inactive or unreachable." },
  },
};

/** What the page of webhook endpoints says, and what its fields say elsewhere. */
export const webhooksWords: Words<typeof en> = {
  en,
  pl: {
    title: "Webhooki",
    lead: "Punkt odbioru to adres, który od razu dostaje podpisane powiadomienie o tym, jak zakończyła się każda wysyłka.",
    deleted: "Punkt odbioru usunięty.",
    deletedMore: "Niczego już nie dostanie. To, co mu wysłano, zostaje w historii wiadomości.",
    add: {
      title: "Nowy punkt odbioru",
      inUse: (count, most) => `W użyciu ${count} z ${most}.`,
      full: (most) =>
        `Konto może mieć najwyżej ${most} punktów odbioru. Najpierw trzeba któryś usunąć.`,
      submit: "Dodaj punkt odbioru",
    },
    none: {
      title: "Nie ma jeszcze punktów odbioru",
      what: "Gdy wiadomość zostanie doręczona, odrzucona, wygaśnie albo wróci, na każdy punkt odbioru trafia jedno żądanie POST. Odpowiedź 2xx w ciągu 15 sekund zamyka sprawę; każda inna oznacza kolejne próby, dziesięć w ciągu trzech dni.",
      example: "Co dostaje punkt odbioru",
      verify: "Zanim treść zostanie użyta, trzeba sprawdzić podpis:",
      how: "jak to zrobić, w pięciu językach",
      andThen: ". Potem wystarczy dodać adres poniżej i wysłać zdarzenie próbne.",
    },
    list: {
      title: "Punkty odbioru",
      modes: { live: "produkcyjny", test: "testowy" },
      allEvents: "Wszystkie zdarzenia",
      firstFailure: "pierwszy błąd",
      switchedOff: "wyłączony",
    },
    fields: {
      address: "Adres",
      addressHint: "Publiczny, z https. Trafia tam żądanie POST; przekierowania są pomijane.",
      events: "Zdarzenia",
      description: "Opis",
      descriptionExample: "System zamówień",
      descriptionHint: "Do czego służy, jeśli nie widać tego z adresu. Może pozostać pusty.",
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
      "sms.failed": { word: "Odrzucona", meaning: "Dostawca lub operator jej nie przyjął." },
      "sms.expired": { word: "Wygasła", meaning: "Nie doręczono jej w czasie ważności." },
      "sms.bounced": { word: "Zwrócona", meaning: "Numer jest nieaktywny lub nieosiągalny." },
    },
  },
};
