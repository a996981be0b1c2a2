import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "API tokens",
  lead: "A token lets a program send in your name. Keep it like a password: in the environment, never in a repository or in front-end code.",
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
    nameHint: "Where it will be used, so that you know later what a revocation stops.",
    mode: "Mode",
    modes: {
      live: { label: "Live", hint: "Sends to phones and uses credits." },
      test: { label: "Test", hint: "Goes to the simulator only; costs nothing." },
    },
    may: "It may",
    scopes: {
      send: { label: "Send", hint: "Send, move and cancel messages." },
      read: { label: "Read", hint: "Read messages, account and prices." },
      manage: { label: "Manage", hint: "Make and revoke tokens, set up webhooks." },
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
    lastDayHint: "It ends with this day, in UTC.",
    more: "More",
    addresses: "Only from these addresses",
    addressesHint: (most: number) =>
      `One a line, at most ${most}: addresses or CIDR ranges, IPv4 or IPv6. Empty means from anywhere. A range is kept without the bits it does not count: 203.0.113.77/24 becomes 203.0.113.0/24.`,
    submit: "Generate token",
  },
  fresh: {
    rotated: (name: string) => `Token “${name}” has a new secret`,
    made: (name: string) => `Token “${name}” is ready`,
    copyNow: "Copy it now. It is shown this once: only a fingerprint of it is kept here.",
    copy: "Copy token",
    envLine: ".env line",
    request: "first request",
    oldUntil: "The old secret works until",
    oldStopped: "The old secret stopped working at",
  },
  list: {
    active: "Active tokens",
    noActive: "No active token. Requests need one.",
    ended: "Revoked and expired tokens",
    revoked: (clock: string) => `Token revoked. It stopped working at ${clock}.`,
    refused: (name: string) => `Requests with “${name}” are answered 401 from now on.`,
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
    forgotten: ". Nothing seems to need it.",
    oldSecret: "Old secret",
    endsIn: (time: string) => `ends in ${time}`,
    hasEnded: "has ended",
    rotate: "Rotate",
    rotateOne: (name: string) => `Rotate ${name}`,
    revoke: "Revoke",
    revokeOne: (name: string) => `Revoke ${name}`,
  },
  traffic: {
    none: "It was never used.",
    made: (requests: string) => `It made ${requests} in the last 24 hours; the last one came`,
  },
  revoking: {
    title: (name: string) => `Revoke “${name}”?`,
    effect: (hasOld: boolean) =>
      `The next request with it is answered 401${hasOld ? ", with its old secret too" : ""}. This cannot be undone; a new token can be made any time.`,
    keep: "Keep it",
    submit: "Revoke token",
  },
  rotating: {
    title: (name: string) => `Rotate “${name}”?`,
    effect: "It gets a new secret now; name, scopes and limits stay.",
    oldEnds: "The old secret that still works from the last rotation ends.",
    ends: "The secret until now ends",
    graces: {
      0: "At once",
      1: "In 1 hour",
      24: "In 24 hours",
      168: "In 7 days",
    },
    leaked: "For a secret that leaked: the next request with it is 401.",
    leave: "Leave it",
    submit: "Make new secret",
  },
};

export type TokenWords = typeof en;

/** What the page of API tokens says. */
export const tokenWords: Words<TokenWords> = {
  en,
  pl: {
    title: "Tokeny API",
    lead: "Token pozwala programowi wysyłać w imieniu konta. Trzeba go strzec jak hasła: w zmiennych środowiska, nigdy w repozytorium ani w kodzie strony.",
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
      nameHint: "Gdzie będzie używany – żeby później było wiadomo, co zatrzyma unieważnienie.",
      mode: "Tryb",
      modes: {
        live: { label: "Produkcyjny", hint: "Wysyła na telefony i zużywa kredyty." },
        test: { label: "Testowy", hint: "Trafia tylko do symulatora; nic nie kosztuje." },
      },
      may: "Uprawnienia",
      scopes: {
        send: {
          label: "Wysyłanie",
          hint: "Wysyłanie, przesuwanie i anulowanie wiadomości.",
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
      lastDayHint: "Przestaje działać z końcem tego dnia, według UTC.",
      more: "Więcej",
      addresses: "Tylko z tych adresów",
      addressesHint: (most) =>
        `Po jednym w wierszu, najwyżej ${most}: adresy lub zakresy CIDR, IPv4 lub IPv6. Puste pole oznacza dowolny adres. Bity poza zakresem są pomijane: 203.0.113.77/24 staje się 203.0.113.0/24.`,
      submit: "Utwórz token",
    },
    fresh: {
      rotated: (name) => `Token „${name}” ma nowy sekret`,
      made: (name) => `Token „${name}” jest gotowy`,
      copyNow: "Skopiuj go teraz. Widać go tylko raz: tutaj zostaje jedynie jego odcisk.",
      copy: "Kopiuj token",
      envLine: "wiersz do .env",
      request: "pierwsze żądanie",
      oldUntil: "Stary sekret działa do",
      oldStopped: "Stary sekret przestał działać:",
    },
    list: {
      active: "Aktywne tokeny",
      noActive: "Brak aktywnego tokenu. Bez niego nie ma żądań.",
      ended: "Tokeny unieważnione i wygasłe",
      revoked: (clock) => `Token unieważniony. Przestał działać o ${clock}.`,
      refused: (name) => `Na żądania z tokenem „${name}” przychodzi odtąd odpowiedź 401.`,
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
      rotate: "Wymień",
      rotateOne: (name) => `Wymień sekret: ${name}`,
      revoke: "Unieważnij",
      revokeOne: (name) => `Unieważnij: ${name}`,
    },
    traffic: {
      none: "Nie był jeszcze używany.",
      made: (requests) => `Przez ostatnie 24 godziny: ${requests}; ostatnie`,
    },
    revoking: {
      title: (name) => `Unieważnić „${name}”?`,
      effect: (hasOld) =>
        `Na następne żądanie z tym tokenem${hasOld ? ", także z jego starym sekretem," : ""} przyjdzie odpowiedź 401. Tego nie da się cofnąć; nowy token można utworzyć w każdej chwili.`,
      keep: "Zostaw",
      submit: "Unieważnij token",
    },
    rotating: {
      title: (name) => `Wymienić sekret „${name}”?`,
      effect: "Token dostaje teraz nowy sekret; nazwa, uprawnienia i ograniczenia zostają.",
      oldEnds: "Stary sekret, działający jeszcze od poprzedniej wymiany, wygasa.",
      ends: "Dotychczasowy sekret wygasa",
      graces: {
        0: "Od razu",
        1: "Za godzinę",
        24: "Za 24 godziny",
        168: "Za 7 dni",
      },
      leaked: "Gdy sekret wyciekł: na następne żądanie z nim przyjdzie 401.",
      leave: "Zostaw",
      submit: "Utwórz nowy sekret",
    },
  },
};
