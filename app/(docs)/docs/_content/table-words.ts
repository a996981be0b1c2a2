import type { Words } from "@/lib/language/language";

/** The words of the tables of carriers' settings; what each does is said in English. */
export interface CarrierWords {
  header: string[];
  required: string;
  optional: string;
  secret: string;
  noSettings: string;
}

/** The header of the table of what is kept; why is said in English. */
export interface KeptWords {
  header: string[];
}

export interface TableWords {
  kept: KeptWords;
  carriers: CarrierWords;
  errors: string[];
  /** The meaning of an error code; the API's own title where there is none. */
  titles: Record<string, string>;
  retry: { yes: string; sometimes: string; no: string };
  /** The table of settings with its header in this language; what each does is said in English. */
  settings: (table: string) => string;
  /** The header of the table of figures; what each means is said in English. */
  figures: string[];
  gsm: string[];
  plainCharacters: string;
  retries: string[];
  immediately: string;
  reasons: string[];
}

/** The words of the generated tables. */
export const tableWords: Words<TableWords> = {
  en: {
    errors: ["Status", "Code", "Meaning", "Retry?"],
    titles: {},
    retry: { yes: "Yes, after `Retry-After`", sometimes: "Only with `Retry-After`", no: "No" },
    settings: (table) => table,
    figures: ["Figure", "Type", "Labels", "Meaning"],
    gsm: ["Counts as", "Characters"],
    plainCharacters: "A–Z, a–z, 0–9, space, line break",
    retries: ["Attempt", "After the previous one", "After the event"],
    immediately: "immediately",
    reasons: ["Meaning", "What to do"],
    kept: { header: ["Table", "Kept", "Why"] },
    carriers: {
      header: ["Setting", "Default", "Meaning"],
      required: "required",
      optional: "–",
      secret: "secret",
      noSettings: "No settings besides those of every carrier.",
    },
  },
  pl: {
    errors: ["Status", "Kod", "Znaczenie", "Ponowić?"],
    titles: {
      invalid_json: "Treść żądania nie jest obiektem JSON",
      unauthorized: "Brak tokenu lub nieprawidłowy token",
      insufficient_credits: "Za mało kredytów",
      spend_limit_reached: "Dzienny limit wydatków tokenu wyczerpany",
      forbidden: "Brak uprawnień",
      not_found: "Nie znaleziono",
      method_not_allowed: "Niedozwolona metoda",
      conflict: "Obecny stan na to nie pozwala",
      payload_too_large: "Treść żądania jest za duża",
      unsupported_media_type: "Nieobsługiwany typ treści",
      invalid_request: "Niektóre pola są nieprawidłowe",
      opted_out: "Odbiorca zrezygnował z wiadomości",
      sender_not_approved: "Niezatwierdzona nazwa nadawcy",
      verification_blocked: "Kody na ten numer są wstrzymane",
      idempotency_mismatch: "Klucz idempotencji użyty już w innym żądaniu",
      rate_limited: "Za dużo żądań",
      internal: "Wewnętrzny błąd serwera",
      unavailable: "Usługa niedostępna",
    },
    retry: { yes: "Tak, po `Retry-After`", sometimes: "Tylko z `Retry-After`", no: "Nie" },
    settings: (table) =>
      table.replace(/^\|[^\n]+\|/, "| ustawienie | domyślnie | działanie (po angielsku) |"),
    figures: ["Wartość", "Rodzaj", "Etykiety", "Znaczenie (po angielsku)"],
    gsm: ["Liczy się jako", "Znaki"],
    plainCharacters: "A–Z, a–z, 0–9, spacja, nowy wiersz",
    retries: ["Próba", "Po poprzedniej", "Po zdarzeniu"],
    immediately: "od razu",
    reasons: ["Znaczenie", "Co zrobić"],
    kept: { header: ["Tabela", "Przechowywana (po angielsku)", "Dlaczego (po angielsku)"] },
    carriers: {
      header: ["Ustawienie", "Domyślnie", "Działanie (po angielsku)"],
      required: "wymagane",
      optional: "–",
      secret: "sekret",
      noSettings: "Brak ustawień poza wspólnymi.",
    },
  },
};
