import type { Words } from "@/lib/language/language";
import { monthWords } from "@/lib/language/month-words";

const en = {
  title: "Depesza: the SMS platform you run yourself",
  serviceTitle: "Depesza: send an SMS with one request",
  promise: "Your own SMS platform, in one command.",
  servicePromise: "Send an SMS with one request. Watch it arrive.",
  lead: "An HTTP API, a live message log, replies, signed webhooks, and a credit ledger. Open source. The database is included.",
  signUp: "Sign up",
  dashboard: "Go to the dashboard",
  free: "100 free credits. No card.",
  requirements: "Apache-2.0. Node 20.20 or newer, Linux or macOS.",
  read: "Read the docs",
  clone: "in a clone of the repository",
  run: {
    title: "Request, response, and log",
    response: "200 OK · 1 segment · 1 credit",
    log: "Message log",
    show: "Show the request",
    recording: "A recording of the simulator",
    again: "Run it again",
    credits: "1 credit",
  },
  followTitle: "Every status, with its time",
  follow:
    "Accepted, sent, delivered, webhook received. If something fails, the row shows the reason.",
  stages: {
    accepted: "Accepted",
    sent: "Sent to the carrier",
    delivered: "Delivered",
    webhook: "Webhook: 200 in 38 ms",
    failed: "Failed: this number doesn't exist",
  },
  meterTitle: "See the cost before you send",
  meter:
    "One character outside the GSM alphabet cuts a segment from 160 characters to 70. Depesza marks it and offers a replacement.",
  tryText: "Try your own text",
  meterExample: "Your table is booked – 19:00, “Garden”",
  apiTitle: "One request in five languages",
  api: "The snippets are the files our tests run.",
  calls: [
    [
      "One-time codes",
      "Retry with the same idempotency key and the API returns the original response. Nobody gets two codes.",
    ],
    [
      "Scheduled messages",
      "Schedule up to 35 days ahead. Until a message is sent, you can reschedule it, or cancel it for a refund of its credits.",
    ],
    [
      "Bulk sends",
      "Send up to 10,000 messages in one request. Invalid entries are reported, the rest are sent. With idempotency keys, a retry sends nothing twice.",
    ],
  ] as [string, string][],
  webhooksTitle: "Signed, retried, replayable",
  webhooks:
    "Up to ten attempts over three days. Every attempt is in the log. Replay one event, or all failures since a time.",
  attempts: {
    caption: "Attempts to deliver one event",
    number: "Attempt",
    wait: "Wait",
    response: "Response",
    timeout: "timeout after 15 s",
    accepted: "200 in 38 ms",
  },
  facts: "What you can rely on",
  promises: [
    [
      "Each message once",
      "Once accepted, a message is stored, charged, and not sent twice, even if a server goes down in between. If a carrier may or may not have it, only the administrator can have it repeated.",
    ],
    [
      "Live log and webhooks",
      "Every status change appears in the log within a second. Delivered, failed, expired, and bounced are also sent to your server as signed webhooks, and so are replies.",
    ],
    [
      "Known price",
      "Segments and credits are counted as you type, by the rules the networks bill by, accented letters included.",
    ],
    [
      "Start without a carrier",
      "The built-in simulator accepts messages, delivers them after about a second, and fails on request with test numbers.",
    ],
  ] as [string, string][],
  figuresTitle: "Measured, with the command",
  figures: (cores: number, date: string, commit: string) =>
    `On ${cores} shared cores, database and client included. Measured on ${date} at commit ${commit}. Run it yourself.`,
  figuresHead: { what: "What", value: "Value", command: "Command" },
  compareTitle: "Which one should you use?",
  compareChecked: (date: string) =>
    `Checked in ${monthWords("en", date)} against each project's own documentation. “–” means not found.`,
  compareHead: "Feature",
  hostTitle: "Runs on one machine, or many",
  host: "One command on one machine. The database is included, no configuration is required, and by default no data goes to third parties. To reach phones, connect SMPP carriers, SMSAPI, Twilio, Vonage, another Depesza, or an Android phone, with routes and failover between them. For more load, run the same build as separate web, API, and worker processes on one PostgreSQL.",
  prices: "What it costs",
  pricesLead: (currency: string) =>
    `${currency} per segment, excl. VAT. The rate depends on your segments per calendar month. No monthly fee, no minimum.`,
  calculate: "Estimate your monthly cost",
  limitsTitle: "What it does not do",
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
      "Can people reply?",
      "Yes, if the carrier passes replies on. They appear as conversations and reach your server as webhooks. STOP and its Polish equivalents end messages from that sender to that number.",
    ],
    [
      "What if the carrier is down?",
      "Messages that it was never offered go to the next route, if there is one. Others stay queued for up to 48 hours and show the reason. If a message expires without ever being submitted to the carrier, its credits are refunded.",
    ],
  ] as [string, string][],
  endTitle: "Your first message takes less than five minutes",
  footer: (version: string) => `Depesza ${version}`,
  licence: "Open source under the Apache License 2.0.",
  docs: "Docs",
  pricing: "Pricing",
  reference: "API reference",
  status: "Status",
};

export type LandingWords = typeof en;

export const landingWords: Words<LandingWords> = {
  en,
  pl: {
    title: "Depesza: własna platforma SMS",
    serviceTitle: "Depesza: SMS jednym żądaniem",
    promise: "Własna platforma SMS. Jedno polecenie i działa.",
    servicePromise: "Wyślij SMS jednym żądaniem i zobacz, jak dociera.",
    lead: "API HTTP, dziennik wiadomości na żywo, odpowiedzi, podpisane webhooki i historia kredytów. Otwarty kod. Baza danych w zestawie.",
    signUp: "Załóż konto",
    dashboard: "Przejdź do panelu",
    free: "100 kredytów na start. Bez karty.",
    requirements: "Apache-2.0. Node 20.20 lub nowszy, Linux albo macOS.",
    read: "Czytaj dokumentację",
    clone: "w kopii repozytorium",
    run: {
      title: "Żądanie, odpowiedź i dziennik",
      response: "200 OK · 1 segment · 1 kredyt",
      log: "Dziennik wiadomości",
      show: "Pokaż żądanie",
      recording: "Nagranie z symulatora",
      again: "Odtwórz ponownie",
      credits: "1 kredyt",
    },
    followTitle: "Każdy status z godziną",
    follow:
      "Przyjęta, wysłana, doręczona, webhook odebrany. Jeśli coś się nie uda, w wierszu widać przyczynę.",
    stages: {
      accepted: "Przyjęta",
      sent: "Wysłana do dostawcy",
      delivered: "Doręczona",
      webhook: "Webhook: 200 w 38 ms",
      failed: "Nieudana: taki numer nie istnieje",
    },
    meterTitle: "Poznaj koszt przed wysłaniem",
    meter:
      "Jeden znak spoza alfabetu GSM skraca segment ze 160 znaków do 70. Depesza go zaznacza i proponuje zamiennik.",
    tryText: "Wypróbuj własny tekst",
    meterExample: "Stolik na 19:00 – sala „Ogród”, do zobaczenia!",
    apiTitle: "Jedno żądanie w pięciu językach",
    api: "Te przykłady to pliki, które uruchamiają nasze testy.",
    calls: [
      [
        "Kody jednorazowe",
        "Ponów żądanie z tym samym kluczem idempotencji, a API zwróci pierwotną odpowiedź. Nikt nie dostanie dwóch kodów.",
      ],
      [
        "Wiadomości zaplanowane",
        "Zaplanuj do 35 dni naprzód. Dopóki wiadomość nie została wysłana, możesz zmienić jej termin albo ją anulować i odzyskać kredyty.",
      ],
      [
        "Wysyłki masowe",
        "Do 10 000 wiadomości w jednym żądaniu. Błędne pozycje są wymienione, pozostałe są wysyłane. Z kluczami idempotencji ponowienie niczego nie wysyła dwa razy.",
      ],
    ],
    webhooksTitle: "Podpisane, ponawiane, z historią prób",
    webhooks:
      "Do dziesięciu prób w ciągu trzech dni. Każda próba jest w dzienniku. Wyślij ponownie jedno zdarzenie albo wszystkie nieudane od wybranej chwili.",
    attempts: {
      caption: "Próby dostarczenia jednego zdarzenia",
      number: "Próba",
      wait: "Odstęp",
      response: "Odpowiedź",
      timeout: "limit czasu 15 s",
      accepted: "200 w 38 ms",
    },
    facts: "Na czym możesz polegać",
    promises: [
      [
        "Każda wiadomość raz",
        "Przyjęta wiadomość jest zapisana, opłacona i nie zostanie wysłana dwa razy, nawet jeśli serwer w tym czasie przestanie działać. Gdy nie wiadomo, czy dostawca ją ma, powtórzenie może zlecić tylko administrator.",
      ],
      [
        "Dziennik na żywo i webhooki",
        "Każda zmiana statusu pojawia się w dzienniku w ciągu sekundy. Wyniki (doręczona, nieudana, wygasła, niedoręczalna) i odpowiedzi odbiorców trafiają też na twój serwer jako podpisane webhooki.",
      ],
      [
        "Znana cena",
        "Segmenty i kredyty są liczone podczas pisania, według reguł, którymi rozliczają sieci, także dla polskich znaków.",
      ],
      [
        "Start bez dostawcy",
        "Wbudowany symulator przyjmuje wiadomości, doręcza je po około sekundzie, a z numerami testowymi zawodzi na życzenie.",
      ],
    ],
    figuresTitle: "Zmierzone jednym poleceniem",
    figures: (cores, date, commit) =>
      `Współdzielone rdzenie: ${cores}, razem z bazą danych i klientem. Zmierzono ${date}, commit ${commit}. Uruchom to u siebie.`,
    figuresHead: { what: "Co", value: "Wartość", command: "Polecenie" },
    compareTitle: "Co wybrać?",
    compareChecked: (date) =>
      `Sprawdzono w dokumentacji każdego z projektów (${monthWords("pl", date)}). „–” oznacza, że nic nie znaleziono.`,
    compareHead: "Cecha",
    hostTitle: "Na jednej maszynie albo na wielu",
    host: "Jedno polecenie na jednej maszynie. Baza danych jest w zestawie, konfiguracja nie jest wymagana, a dane domyślnie nie trafiają do nikogo innego. Aby docierać do telefonów, podłącz dostawców SMPP, SMSAPI, Twilio, Vonage, inną Depeszę albo telefon z Androidem, z trasami i przełączaniem między nimi. Przy większym ruchu uruchom tę samą kompilację jako osobne procesy stron, API i wysyłki na jednym PostgreSQL.",
    prices: "Ile to kosztuje",
    pricesLead: (currency) =>
      `${currency} netto za segment. Stawka zależy od liczby segmentów w miesiącu kalendarzowym. Bez abonamentu i bez minimum.`,
    calculate: "Oszacuj koszt miesiąca",
    limitsTitle: "Czego Depesza nie robi",
    questions: "Pytania",
    answers: [
      [
        "Czym jest segment?",
        "Jednostką, którą rozliczają sieci. Segment mieści 160 znaków GSM albo 70, jeśli choć jeden znak jest spoza alfabetu GSM. W dłuższych tekstach segment mieści 153 albo 67.",
      ],
      [
        "Co się stanie, gdy powtórzę żądanie?",
        "Z tym samym kluczem idempotencji dostaniesz pierwotną odpowiedź i nic nie zostanie wysłane dwa razy. Bez klucza będzie to nowa wiadomość.",
      ],
      [
        "Na jakie numery wyślę SMS-a?",
        "Na komórkowe w formacie E.164, na przykład 48732129000. Stacjonarne są odrzucane i nic nie kosztują.",
      ],
      [
        "Czy odbiorcy mogą odpisać?",
        "Tak, jeśli dostawca przekazuje odpowiedzi. Widać je jako rozmowy, a na twój serwer trafiają webhookami. STOP i polskie odpowiedniki kończą wysyłkę od tego nadawcy na ten numer.",
      ],
      [
        "A jeśli dostawca nie działa?",
        "Wiadomości, których dostawca jeszcze nie dostał, trafiają na następną trasę, jeśli jest. Pozostałe czekają w kolejce do 48 godzin i pokazują przyczynę. Jeśli wiadomość wygaśnie, zanim trafi do dostawcy, jej kredyty wracają na konto.",
      ],
    ],
    endTitle: "Pierwsza wiadomość w niecałe pięć minut",
    footer: (version) => `Depesza ${version}`,
    licence: "Otwarty kod na licencji Apache 2.0.",
    docs: "Dokumentacja",
    pricing: "Cennik",
    reference: "Opis API",
    status: "Stan usługi",
  },
};
