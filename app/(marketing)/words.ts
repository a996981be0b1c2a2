import type { Words } from "@/lib/language/language";

const en = {
  title: "Depesza: send an SMS with one request",
  promise: "Send an SMS with one request, and watch it arrive.",
  lead: "Sign up with an e-mail address, make a token, send. The first message takes as long as typing it.",
  signUp: "Sign up",
  dashboard: "Go to the dashboard",
  free: "100 free credits. No card.",
  read: "Read the documentation",
  meter: "What a text costs, before it is sent",
  tryText: "Try a text",
  request: "The request, and its answer",
  answer: "200 OK",
  stages: "Then, live in the log",
  useCases: "What it is for",
  codeTitle: "A code that must arrive now",
  code: "One request, one message: a retry with the same key gets the first answer again, and nobody two codes.",
  orderTitle: "An order, at the right hour",
  order:
    "A time up to 35 days ahead. Until it leaves, it can be moved or cancelled, and its credits come back.",
  bulkTitle: "The same news for ten thousand",
  bulk: "One call takes 10,000 messages. Bad lines are named, the others go, and repeating the call sends nothing again.",
  prices: "What it costs",
  pricesLead: (currency: string) =>
    `${currency} a segment, net, by the segments of a calendar month. No monthly fee, no minimum.`,
  calculate: "Reckon your own month",
  facts: "What you can rely on",
  promises: [
    [
      "Each message once",
      "Accepted means stored, charged and never sent twice, whatever is switched off in between.",
    ],
    [
      "You see it arrive",
      "Every state of every message is in the log within a second, and comes to your server as a signed webhook.",
    ],
    [
      "The price is known",
      "Segments and credits are counted as you type, by the rules the networks bill by, special letters included.",
    ],
    [
      "No carrier needed to begin",
      "A simulator takes messages, delivers them after a second, and fails on request.",
    ],
  ] as [string, string][],
  ownTitle: "Yours to run",
  own: "One command on one machine: the database comes with it, nothing has to be set, and nothing leaves for a third party.",
  ownCommands: "in a copy of the source",
  questions: "Questions",
  answers: [
    [
      "What is a segment?",
      "The unit networks bill by: 160 characters of the GSM alphabet, 70 when one character is outside it; a little less each when a text needs several.",
    ],
    [
      "What happens when a request is repeated?",
      "With an idempotency key, the first answer comes again. Without one, it is a new message, as it says.",
    ],
    [
      "Which numbers can be reached?",
      "Mobile numbers in E.164, such as 48732129000. Fixed lines are refused before they cost anything.",
    ],
    [
      "What if the carrier is away?",
      "Messages wait and say why, up to 48 hours. What was never handed over is paid back.",
    ],
    ["Can replies be received?", "No. Depesza sends; it does not receive SMS."],
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
