import type { Words } from "@/lib/language/language";

const en = {
  title: "Depesza: send an SMS with one request",
  promise: "Send an SMS with one API request and watch it arrive.",
  lead: "Sign up with your email, create a token, and send. Your first message takes less than five minutes.",
  signUp: "Sign up",
  dashboard: "Go to the dashboard",
  free: "100 free credits. No card.",
  read: "Read the documentation",
  meter: "See the cost before you send",
  tryText: "Try your own text",
  request: "Request and response",
  answer: "200 OK",
  stages: "Then follow it live in the log",
  useCases: "Use cases",
  codeTitle: "One-time codes",
  code: "Retry with the same idempotency key and the API returns the original response. Nobody gets two codes.",
  orderTitle: "Order updates",
  order:
    "Schedule up to 35 days ahead. Until a message is sent, you can reschedule it, or cancel it for a refund of its credits.",
  bulkTitle: "Bulk sends",
  bulk: "Send up to 10,000 messages in one request. Invalid entries are reported, the rest are sent. With idempotency keys, a retry sends nothing twice.",
  prices: "What it costs",
  pricesLead: (currency: string) =>
    `${currency} per segment, excl. VAT. The rate depends on your segments per calendar month. No monthly fee, no minimum.`,
  calculate: "Estimate your monthly cost",
  facts: "What you can rely on",
  promises: [
    [
      "Each message once",
      "Once accepted, a message is stored, charged, and never sent twice, even if a server goes down in between.",
    ],
    [
      "You see it arrive",
      "Every status change appears in the log within a second. Delivered, failed, expired, and bounced are also sent to your server as signed webhooks.",
    ],
    [
      "The price is known",
      "Segments and credits are counted as you type, by the rules the networks bill by, accented letters included.",
    ],
    [
      "Start without a carrier",
      "The built-in simulator accepts messages, delivers them after about a second, and fails on request with test numbers.",
    ],
  ] as [string, string][],
  ownTitle: "Self-hosted",
  own: "One command on one machine. The database is included, no configuration is required, and by default no data goes to third parties.",
  ownCommands: "in a clone of the repository",
  questions: "Questions",
  answers: [
    [
      "What is a segment?",
      "The unit networks bill by. One segment holds 160 GSM characters, or 70 if any character is outside the GSM alphabet. In longer texts, each segment holds 153 or 67.",
    ],
    [
      "What happens if I repeat a request?",
      "With the same idempotency key, you get the original response and nothing is sent twice. Without a key, it is a new message.",
    ],
    [
      "Which numbers can be reached?",
      "Mobile numbers in E.164 format, such as 48732129000. Landlines are rejected and cost nothing.",
    ],
    [
      "What if the carrier is down?",
      "Messages stay queued for up to 48 hours and show the reason. If a message expires without ever being submitted to the carrier, its credits are refunded.",
    ],
    ["Can I receive replies?", "No. Depesza sends; it does not receive SMS."],
  ] as [string, string][],
  footer: "Depesza, an SMS platform anyone can run.",
  licence: "Open source under the Apache License 2.0.",
  docs: "Documentation",
  pricing: "Pricing",
  reference: "API reference",
};

export const landingWords: Words<typeof en> = {
  en,
  pl: {
    title: "Depesza: SMS jednym żądaniem",
    promise: "SMS jednym żądaniem, a potem widać, jak dociera.",
    lead: "Rejestracja adresem e-mail, token, wysyłka. Pierwsza wiadomość trwa tyle, co jej napisanie.",
    signUp: "Rejestracja",
    dashboard: "Przejdź do panelu",
    free: "100 kredytów na start. Bez karty.",
    read: "Czytaj dokumentację",
    meter: "Ile kosztuje tekst, zanim wyjdzie",
    tryText: "Wypróbuj tekst",
    request: "Żądanie i odpowiedź",
    answer: "200 OK",
    stages: "A potem, na żywo w dzienniku",
    useCases: "Do czego służy",
    codeTitle: "Kod, który ma dotrzeć teraz",
    code: "Jedno żądanie, jedna wiadomość: powtórka z tym samym kluczem dostaje pierwszą odpowiedź, a nikt dwóch kodów.",
    orderTitle: "Zamówienie o właściwej porze",
    order:
      "Termin do 35 dni naprzód. Dopóki wiadomość nie wyszła, można ją przesunąć lub odwołać, a kredyty wracają.",
    bulkTitle: "Ta sama nowina dla dziesięciu tysięcy",
    bulk: "Jedno wywołanie przyjmuje 10 000 wiadomości. Błędne wiersze są nazwane, reszta idzie, a powtórka niczego nie wysyła drugi raz.",
    prices: "Ile to kosztuje",
    pricesLead: (currency) =>
      `${currency} netto za segment, według segmentów w miesiącu kalendarzowym. Bez abonamentu i bez minimum.`,
    calculate: "Policz własny miesiąc",
    facts: "Na czym można polegać",
    promises: [
      [
        "Każda wiadomość raz",
        "Przyjęta znaczy zapisana, opłacona i nigdy nie wysłana dwa razy, cokolwiek zostanie po drodze wyłączone.",
      ],
      [
        "Widać, jak dociera",
        "Każdy stan każdej wiadomości jest w dzienniku w sekundę i przychodzi na serwer klienta jako podpisany webhook.",
      ],
      [
        "Cena jest znana",
        "Segmenty i kredyty liczą się podczas pisania, według reguł, którymi rozliczają sieci, także za polskie znaki.",
      ],
      [
        "Na początek bez operatora",
        "Symulator przyjmuje wiadomości, doręcza je po sekundzie i zawodzi na życzenie.",
      ],
    ],
    ownTitle: "Na własnej maszynie",
    own: "Jedno polecenie na jednej maszynie: baza danych jest w środku, niczego nie trzeba ustawiać i nic nie wychodzi na zewnątrz.",
    ownCommands: "w kopii źródeł",
    questions: "Pytania",
    answers: [
      [
        "Czym jest segment?",
        "Jednostką rozliczeń sieci: 160 znaków alfabetu GSM albo 70, gdy choć jeden znak jest spoza niego; nieco mniej, gdy tekst ma ich kilka.",
      ],
      [
        "Co się dzieje, gdy żądanie się powtórzy?",
        "Z kluczem idempotencji wraca pierwsza odpowiedź. Bez klucza jest to nowa wiadomość.",
      ],
      [
        "Jakie numery są osiągalne?",
        "Komórkowe w zapisie E.164, na przykład 48732129000. Stacjonarne są odrzucane, zanim cokolwiek kosztują.",
      ],
      [
        "A gdy operator nie odpowiada?",
        "Wiadomości czekają do 48 godzin i mówią dlaczego. Za to, co nie zostało przekazane, kredyty wracają.",
      ],
      ["Czy można odbierać odpowiedzi?", "Nie. Depesza wysyła; SMS-ów nie odbiera."],
    ],
    footer: "Depesza, platforma SMS, którą może uruchomić każdy.",
    licence: "Otwarte źródła na licencji Apache 2.0.",
    docs: "Dokumentacja",
    pricing: "Cennik",
    reference: "Opis API",
  },
};
