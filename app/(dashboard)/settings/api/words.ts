import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "API tokens",
  lead: "Your code uses a token to send from your account. Treat it like a password: keep it in environment variables, never in a repository or front-end code.",
  seeRequests: "Requests",
  requests: (count: number) => countWords("en", count, { one: "request", other: "requests" }),
  modes: { live: "live", test: "test" },
  scopes: { send: "send", read: "read", manage: "manage" },
  left: (hours: number, minutes: number, seconds: number) => {
    if (hours > 0) return `${hours} h ${minutes} min`;
    return minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`;
  },
  form: {
    name: "Name",
    nameExample: "Web shop",
    nameHint: "Where you'll use it, so you know later what revoking it stops.",
    mode: "Mode",
    modes: {
      live: { label: "Live", hint: "Sends to phones and uses credits." },
      test: { label: "Test", hint: "Goes to the simulator only. Free." },
    },
    may: "Scopes",
    scopes: {
      send: { label: "Send", hint: "Send, reschedule, and cancel messages." },
      read: { label: "Read", hint: "Read messages, account, and prices." },
      manage: { label: "Manage", hint: "Create and revoke tokens, manage webhooks." },
    },
    expires: "Expires",
    expiries: {
      never: "Never",
      30: "In 30 days",
      90: "In 90 days",
      365: "In 1 year",
      date: "On a date",
    },
    lastDay: "Last day",
    lastDayHint: "Expires at the end of this day (UTC).",
    more: "More",
    dailyLimit: "Daily spend limit",
    dailyLimitHint: "Credits per day (UTC). Leave empty for no limit.",
    addresses: "Allowed IP addresses",
    addressesHint: (most: number) =>
      `One per line, up to ${most}. IPv4 or IPv6 addresses or CIDR ranges. Leave empty to allow any address. Ranges are normalized: 203.0.113.77/24 becomes 203.0.113.0/24.`,
    open: "New token",
    submit: "Generate token",
  },
  fresh: {
    rotated: (name: string) => `Token “${name}” has a new secret`,
    made: (name: string) => `Token “${name}” is ready`,
    copyNow: "Copy it now. You won't see it again: only a hash of it is stored.",
    copy: "Copy token",
    envLine: ".env line",
    request: "first request",
    oldUntil: "The old secret works until",
    oldStopped: "The old secret stopped working at",
  },
  list: {
    active: "Active tokens",
    noActive: "No active tokens. Generate one to make requests.",
    ended: "Revoked and expired tokens",
    revoked: (clock: string) => `Token revoked. It stopped working at ${clock}.`,
    refused: (name: string) => `Requests with “${name}” now return 401.`,
  },
  row: {
    created: "Created",
    lately: (requests: string) => `${requests} in 24 h`,
    may: (scopes: string) => `May ${scopes}`,
    expires: "Expires",
    from: (address: string, others: number) =>
      others > 0 ? `From ${address} and ${others} more` : `From ${address}`,
    revoked: "Revoked",
    neverUsed: "Never used",
    lastUsed: "Last used",
    usedFrom: (address: string) => ` from ${address}`,
    forgotten: ". It looks unused.",
    oldSecret: "Old secret",
    endsIn: (time: string) => `ends in ${time}`,
    hasEnded: "has ended",
    spent: (spent: number, limit: number) =>
      `Spent ${numberWords("en", spent)} of ${numberWords("en", limit)} credits today (UTC)`,
    limit: "Limit",
    limitOne: (name: string) => `Set the spend limit of ${name}`,
    rotate: "Rotate",
    rotateOne: (name: string) => `Rotate ${name}`,
    revoke: "Revoke",
    revokeOne: (name: string) => `Revoke ${name}`,
  },
  traffic: {
    none: "It was never used.",
    made: (requests: string) => `It made ${requests} in the last 24 hours. Last request:`,
  },
  revoking: {
    title: (name: string) => `Revoke “${name}”?`,
    effect: (hasOld: boolean) =>
      `The next request with it returns 401${hasOld ? ", with its old secret too" : ""}. You can't undo this, but you can generate a new token anytime.`,
    keep: "Cancel",
    submit: "Revoke token",
  },
  limiting: {
    title: (name: string) => `Spend limit of “${name}”`,
    effect:
      "Messages beyond the limit are rejected with 402 until the next day (UTC). What the token has spent today counts. Refunds don't count.",
    limit: "Credits per day",
    hint: "Leave empty for no limit.",
    leave: "Cancel",
    submit: "Save limit",
  },
  rotating: {
    title: (name: string) => `Rotate “${name}”?`,
    effect: "Creates a new secret now. The name, scopes, and limits stay the same.",
    oldEnds: "The previous secret from the last rotation stops working.",
    ends: "Current secret expires",
    graces: {
      0: "Immediately",
      1: "In 1 hour",
      24: "In 24 hours",
      168: "In 7 days",
    },
    leaked: "For a leaked secret: the next request with it returns 401.",
    leave: "Cancel",
    submit: "Create new secret",
  },
  twilio: {
    title: "Programs for Twilio's API",
    lead: "A program that sends with Twilio can send from this account. Enter these values in it.",
    authToken: "An API token from this page",
    baseUrl: "Base URL",
    copySid: "Copy account SID",
    copyUrl: "Copy base URL",
    docs: "What is supported",
  },
};

export type TokenWords = typeof en;

/** What the page of API tokens says. */
export const tokenWords: Words<TokenWords> = {
  en,
  pl: {
    title: "Tokeny API",
    lead: "Twój kod używa tokenu, żeby wysyłać z tego konta. Chroń go jak hasło: trzymaj go w zmiennych środowiskowych, nigdy w repozytorium ani w kodzie strony.",
    seeRequests: "Żądania",
    requests: (count) =>
      countWords("pl", count, {
        one: "żądanie",
        few: "żądania",
        many: "żądań",
        other: "żądania",
      }),
    modes: { live: "produkcyjny", test: "testowy" },
    scopes: { send: "wysyłanie", read: "odczyt", manage: "zarządzanie" },
    left: (hours, minutes, seconds) => {
      if (hours > 0) return `${hours} godz. ${minutes} min`;
      return minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`;
    },
    form: {
      name: "Nazwa",
      nameExample: "Sklep internetowy",
      nameHint: "Gdzie go użyjesz. Dzięki temu wiadomo, co zatrzyma jego unieważnienie.",
      mode: "Tryb",
      modes: {
        live: { label: "Produkcyjny", hint: "Wysyła na telefony i zużywa kredyty." },
        test: { label: "Testowy", hint: "Trafia tylko do symulatora. Bez opłat." },
      },
      may: "Uprawnienia",
      scopes: {
        send: {
          label: "Wysyłanie",
          hint: "Wysyłanie, zmiana terminu i anulowanie wiadomości.",
        },
        read: { label: "Odczyt", hint: "Podgląd wiadomości, konta i cen." },
        manage: {
          label: "Zarządzanie",
          hint: "Tworzenie i unieważnianie tokenów, ustawianie webhooków.",
        },
      },
      expires: "Wygasa",
      expiries: {
        never: "Nigdy",
        30: "Za 30 dni",
        90: "Za 90 dni",
        365: "Za rok",
        date: "W wybranym dniu",
      },
      lastDay: "Ostatni dzień",
      lastDayHint: "Wygasa z końcem tego dnia (UTC).",
      more: "Więcej",
      dailyLimit: "Dzienny limit wydatków",
      dailyLimitHint: "Kredyty na dzień (UTC). Zostaw puste, jeśli limitu ma nie być.",
      addresses: "Dozwolone adresy IP",
      addressesHint: (most) =>
        `Po jednym w wierszu, najwyżej ${most}. Adresy IPv4 lub IPv6 albo zakresy CIDR. Zostaw puste, aby dopuścić dowolny adres. Zakresy są normalizowane: 203.0.113.77/24 staje się 203.0.113.0/24.`,
      open: "Nowy token",
      submit: "Wygeneruj token",
    },
    fresh: {
      rotated: (name) => `Token „${name}” ma nowy sekret`,
      made: (name) => `Token „${name}” jest gotowy`,
      copyNow: "Skopiuj go teraz. Nie zobaczysz go ponownie: przechowujemy tylko jego skrót.",
      copy: "Kopiuj token",
      envLine: "wiersz do .env",
      request: "pierwsze żądanie",
      oldUntil: "Stary sekret działa do",
      oldStopped: "Stary sekret przestał działać:",
    },
    list: {
      active: "Aktywne tokeny",
      noActive: "Brak aktywnych tokenów. Wygeneruj token, aby wysyłać żądania.",
      ended: "Tokeny unieważnione i wygasłe",
      revoked: (clock) => `Token unieważniony. Przestał działać o ${clock}.`,
      refused: (name) => `Żądania z tokenem „${name}” zwracają teraz 401.`,
    },
    row: {
      created: "Utworzony",
      lately: (requests) => `${requests} w 24 godz.`,
      may: (scopes) => `Uprawnienia: ${scopes}`,
      expires: "Wygasa",
      from: (address, others) => (others > 0 ? `Z ${address} i jeszcze ${others}` : `Z ${address}`),
      revoked: "Unieważniony",
      neverUsed: "Jeszcze nieużywany",
      lastUsed: "Ostatnio użyty",
      usedFrom: (address) => ` z ${address}`,
      forgotten: ". Wygląda na niepotrzebny.",
      oldSecret: "Stary sekret",
      endsIn: (time) => `wygasa za ${time}`,
      hasEnded: "wygasł",
      spent: (spent, limit) =>
        `Wydano dziś (UTC) ${numberWords("pl", spent)} z ${numberWords("pl", limit)} kredytów`,
      limit: "Limit",
      limitOne: (name) => `Ustaw limit wydatków: ${name}`,
      rotate: "Zmień sekret",
      rotateOne: (name) => `Zmień sekret: ${name}`,
      revoke: "Unieważnij",
      revokeOne: (name) => `Unieważnij: ${name}`,
    },
    traffic: {
      none: "Nie był jeszcze używany.",
      made: (requests) => `Ostatnie 24 godziny: ${requests}. Ostatnie żądanie:`,
    },
    revoking: {
      title: (name) => `Unieważnić „${name}”?`,
      effect: (hasOld) =>
        `Następne żądanie z nim zwróci 401${hasOld ? ", także ze starym sekretem" : ""}. Tego nie da się cofnąć, ale nowy token wygenerujesz w każdej chwili.`,
      keep: "Anuluj",
      submit: "Unieważnij token",
    },
    limiting: {
      title: (name) => `Limit wydatków tokenu „${name}”`,
      effect:
        "Wiadomości ponad limit są odrzucane z 402 do następnego dnia (UTC). Liczy się też to, co token wydał dzisiaj. Zwroty nie zwiększają reszty limitu.",
      limit: "Kredyty na dzień",
      hint: "Zostaw puste, jeśli limitu ma nie być.",
      leave: "Anuluj",
      submit: "Zapisz limit",
    },
    rotating: {
      title: (name) => `Zmienić sekret tokenu „${name}”?`,
      effect: "Tworzy teraz nowy sekret. Nazwa, uprawnienia i ograniczenia się nie zmieniają.",
      oldEnds: "Stary sekret, który działa od poprzedniej zmiany, przestaje działać.",
      ends: "Obecny sekret wygasa",
      graces: {
        0: "Od razu",
        1: "Za godzinę",
        24: "Za 24 godziny",
        168: "Za 7 dni",
      },
      leaked: "Gdy sekret wyciekł: następne żądanie z nim zwróci 401.",
      leave: "Anuluj",
      submit: "Utwórz nowy sekret",
    },
    twilio: {
      title: "Programy dla API Twilio",
      lead: "Program, który wysyła przez Twilio, może wysyłać z tego konta. Wpisz w nim te wartości.",
      authToken: "Token API z tej strony",
      baseUrl: "Bazowy adres URL",
      copySid: "Kopiuj account SID",
      copyUrl: "Kopiuj bazowy adres URL",
      docs: "Co jest obsługiwane",
    },
  },
};
