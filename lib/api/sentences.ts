import { sentences } from "../core/sentence";

/** What is said of a request, before any module reads it. */
export const apiSentences = sentences("api", {
  noSuchPath: { en: "This path does not exist.", pl: "Nie ma takiej ścieżki." },
  wrongMetricsToken: {
    en: "Send METRICS_TOKEN as a bearer token.",
    pl: "Wyślij METRICS_TOKEN jako token typu Bearer.",
  },
  otherMethods: ({ allow }: { allow: string }) => ({
    en: `This path supports ${allow}.`,
    pl: `Ta ścieżka obsługuje ${allow}.`,
  }),
  signInAgain: { en: "Sign in again.", pl: "Zaloguj się ponownie." },
  inactive: ({ state }: { state: "suspended" | "closed" }) => ({
    en: `This account is ${state}.`,
    pl: `To konto jest ${state === "suspended" ? "zawieszone" : "zamknięte"}.`,
  }),
  suspended: ({ reason }: { reason: string }) => ({
    en: `This account is suspended: ${reason}`,
    pl: `To konto jest zawieszone: ${reason}`,
  }),
  tooManyStreams: {
    en: "Too many live connections. Retry in 30 s.",
    pl: "Zbyt wiele połączeń na żywo. Spróbuj ponownie za 30 s.",
  },
  wrongContentType: {
    en: "Send the body as Content-Type: application/json.",
    pl: "Wyślij treść jako Content-Type: application/json.",
  },
  noFile: {
    en: "Send a file as Content-Type: text/csv, or an XLSX file as application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.",
    pl: "Wyślij plik jako Content-Type: text/csv albo plik XLSX jako application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.",
  },
  foreignUpload: {
    en: "This request was not sent by a page of this site.",
    pl: "Tego żądania nie wysłała strona tego serwisu.",
  },
  tooDeep: {
    en: "The request body is nested too deeply or has too many fields.",
    pl: "Treść żądania jest zbyt głęboko zagnieżdżona albo ma zbyt wiele pól.",
  },
  notJson: {
    en: "The request body is not valid JSON in UTF-8.",
    pl: "Treść żądania nie jest poprawnym JSON-em w UTF-8.",
  },
  notAnObject: {
    en: "The request body must be a JSON object.",
    pl: "Treść żądania musi być obiektem JSON.",
  },
  endedEarly: {
    en: "The request body ended early.",
    pl: "Treść żądania urwała się przed końcem.",
  },
  tooLarge: ({ max }: { max: number }) => ({
    en: `The request body may have at most ${max} bytes.`,
    pl: `Treść żądania może mieć najwyżej ${max} bajtów.`,
  }),
  batchHasNoKey: {
    en: "Set idempotency_key in each message of a batch, not in the header.",
    pl: "Podaj idempotency_key w każdej wiadomości paczki, a nie w nagłówku.",
  },
  keysDiffer: {
    en: "The key in the body and in the Idempotency-Key header differ.",
    pl: "Klucz w treści i klucz w nagłówku Idempotency-Key są różne.",
  },
  wrongCallback: {
    en: "callbackUrl must be a path or an http or https URL.",
    pl: "callbackUrl musi być ścieżką albo adresem http lub https.",
  },
  unknownParameter: ({ name, known }: { name: string; known: string }) => ({
    en: `Unknown query parameter “${name}”. Known parameters: ${known}.`,
    pl: `Nieznany parametr „${name}”. Znane parametry: ${known}.`,
  }),
  noParameters: ({ name }: { name: string }) => ({
    en: `Unknown query parameter “${name}”. This request has no query parameters.`,
    pl: `Nieznany parametr „${name}”. To żądanie nie ma parametrów.`,
  }),
  notMigrated: {
    en: "The database lacks migrations of this version.",
    pl: "W bazie danych brakuje migracji tej wersji.",
  },
  diskFull: {
    en: "The disk of the database is full.",
    pl: "Dysk bazy danych jest pełny.",
  },
  databaseAway: {
    en: "The database cannot be reached or takes no writes.",
    pl: "Baza danych jest nieosiągalna albo nie przyjmuje zapisów.",
  },
});
