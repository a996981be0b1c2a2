import type { Language } from "@/lib/language/language";

/** The products compared, in the order of the columns, each with where its column was checked. */
export const products = [
  { name: "Depesza", source: null },
  { name: "Twilio", source: "https://www.twilio.com/docs/messaging" },
  { name: "textbee", source: "https://github.com/vernu/textbee" },
  { name: "Jasmin", source: "https://github.com/jookies/jasmin" },
  { name: "useSend", source: "https://github.com/usesend/useSend" },
] as const;

/** The month of the newest source. */
export const checkedOn = "2026-07";

type Cells = readonly [string, string, string, string, string];

interface Row {
  label: Record<Language, string>;
  cells: Record<Language, Cells>;
}

/** What sets the products apart. "–" is not found, which is not "no". */
export const comparison: readonly Row[] = [
  {
    label: { en: "Channel", pl: "Kanał" },
    cells: {
      en: [
        "SMS in and out",
        "SMS in and out",
        "SMS in and out, your Android phone",
        "SMS in and out",
        "email (SMS planned)",
      ],
      pl: [
        "SMS w obie strony",
        "SMS w obie strony",
        "SMS w obie strony, własny telefon z Androidem",
        "SMS w obie strony",
        "e-mail (SMS w planach)",
      ],
    },
  },
  {
    label: { en: "Runs on your server, license", pl: "Na własnym serwerze, licencja" },
    cells: {
      en: ["yes, Apache-2.0", "no", "yes, MIT", "yes, Apache-2.0", "yes, AGPLv3"],
      pl: ["tak, Apache-2.0", "nie", "tak, MIT", "tak, Apache-2.0", "tak, AGPLv3"],
    },
  },
  {
    label: { en: "Outside accounts to try it", pl: "Zewnętrzne konta na próbę" },
    cells: {
      en: [
        "none (simulator)",
        "Twilio",
        "Firebase, email, Turnstile, a phone",
        "SMPP account",
        "GitHub, AWS",
      ],
      pl: [
        "żadne (symulator)",
        "Twilio",
        "Firebase, poczta, Turnstile, telefon",
        "konto SMPP",
        "GitHub, AWS",
      ],
    },
  },
  {
    label: { en: "Steps to a first message", pl: "Kroki do pierwszej wiadomości" },
    cells: {
      en: [
        "clone, start, one request",
        "sign up, one request",
        "4 commands, Android build, 26 settings",
        "1 command, about 25 console lines",
        "3–4 commands, 20 settings",
      ],
      pl: [
        "klon, start, jedno żądanie",
        "rejestracja, jedno żądanie",
        "4 polecenia, aplikacja na Androida, 26 ustawień",
        "1 polecenie, około 25 wierszy konsoli",
        "3–4 polecenia, 20 ustawień",
      ],
    },
  },
  {
    label: { en: "Reaches phones without more setup", pl: "Dociera do telefonów bez dodatków" },
    cells: {
      en: ["no: needs a carrier or an Android phone", "yes", "yes, SIM", "with SMPP", "–"],
      pl: [
        "nie: potrzebuje dostawcy albo telefonu z Androidem",
        "tak",
        "tak, karta SIM",
        "przez SMPP",
        "–",
      ],
    },
  },
  {
    label: { en: "SMPP", pl: "SMPP" },
    cells: {
      en: ["client", "–", "–", "client and server", "–"],
      pl: ["klient", "–", "–", "klient i serwer", "–"],
    },
  },
  {
    label: { en: "Idempotency key", pl: "Klucz idempotencji" },
    cells: { en: ["yes", "no", "no", "no", "yes"], pl: ["tak", "nie", "nie", "nie", "tak"] },
  },
  {
    label: { en: "Webhooks", pl: "Webhooki" },
    cells: {
      en: [
        "signed, 10 attempts in 3 days, replay since a time",
        "signed, retries set in the URL",
        "signed, 10 attempts",
        "unsigned, 3 attempts, 30 s apart",
        "signed, 6 attempts in about 155 s",
      ],
      pl: [
        "podpisane, 10 prób w 3 dni, ponowienie od wybranej chwili",
        "podpisane, ponawianie ustawiane w URL",
        "podpisane, 10 prób",
        "bez podpisu, 3 próby co 30 s",
        "podpisane, 6 prób w około 155 s",
      ],
    },
  },
  {
    label: { en: "Message log on the web", pl: "Dziennik wiadomości w przeglądarce" },
    cells: {
      en: ["live", "yes", "polls every 15–60 s", "no dashboard", "polls (campaigns)"],
      pl: ["na żywo", "tak", "odświeżany co 15–60 s", "bez panelu", "odświeżany (kampanie)"],
    },
  },
  {
    label: { en: "Teams, campaigns, inbound", pl: "Zespoły, kampanie, odbieranie" },
    cells: {
      en: [
        "5 roles, yes, yes",
        "yes, –, yes",
        "no, CSV, yes",
        "groups, batch, yes",
        "2 roles, contacts, –",
      ],
      pl: [
        "5 ról, tak, tak",
        "tak, –, tak",
        "nie, CSV, tak",
        "grupy, wsadowo, tak",
        "2 role, kontakty, –",
      ],
    },
  },
];

/** Which of them fits whom, in sentences that open with the choice. */
export const choices: Record<Language, readonly string[]> = {
  en: [
    "Choose Twilio for global reach without a contract.",
    "Choose textbee if your own SIM is all you need, now and later.",
    "Choose Jasmin if your customers connect by SMPP.",
    "Choose useSend for email.",
    "Choose Depesza when you have a carrier (SMPP, SMSAPI, Twilio, Vonage, or an HTTP API) or an Android phone, or build against the simulator, and want the log, ledger, and webhooks on your own machine.",
  ],
  pl: [
    "Wybierz Twilio, jeśli chcesz globalnego zasięgu bez umowy.",
    "Wybierz textbee, jeśli teraz i później wystarczy ci własna karta SIM.",
    "Wybierz Jasmin, jeśli twoi klienci łączą się przez SMPP.",
    "Wybierz useSend do e-maili.",
    "Wybierz Depeszę, jeśli masz dostawcę (SMPP, SMSAPI, Twilio, Vonage albo API HTTP) lub telefon z Androidem albo budujesz na symulatorze i chcesz mieć dziennik, historię kredytów i webhooki na własnej maszynie.",
  ],
};
