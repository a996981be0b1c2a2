import { countWords, type Forms } from "@/lib/language/count-words";
import type { Language, Words } from "@/lib/language/language";
import type { RetentionKind } from "@/lib/retention/contract";

const days: Record<Language, Forms> = {
  en: { one: "day", other: "days" },
  pl: { one: "dzień", few: "dni", many: "dni", other: "dnia" },
};

/** "90 days". */
export function dayWords(language: Language, count: number): string {
  return countWords(language, count, days[language]);
}

/** What else is kept, in the order of the page. */
export type KeptFact =
  | ("figures" | "ledger" | "optOuts" | "keys" | "callbacks" | "refusals" | "requests")
  | ("receipts" | "sessions" | "emails" | "documents" | "drafts");

const en = {
  title: "Privacy",
  lead: "How long texts and other records are stored.",
  held: {
    texts: (kept: string) => `Texts are stored for ${kept}.`,
    textsForEver: "Texts are stored as long as the account exists.",
    more: "After that, a message keeps its status, times, segments, and credits, and its text is erased. That can't be undone.",
  },
  account: {
    title: "For this account",
    lead: "Choose shorter times than the installation. Erased within a day.",
    saved: "Times saved.",
    submit: "Save times",
    max: (kept: string) => `At most ${kept}. If empty: ${kept}.`,
    free: "If empty: for as long as the account.",
  },
  installation: {
    title: "For the whole installation",
    lead: "The longest time for every account. A shorter time erases what is older within a day.",
    saved: "Times of the installation saved.",
    submit: "Save times of the installation",
    max: () => "",
    free: "If empty: no limit.",
  },
  fields: {
    texts: "Texts of messages, in days",
    events: "Histories of messages, in days",
    attempts: "Webhook attempts, in days",
  } satisfies Record<RetentionKind, string>,
  about: {
    texts:
      "Sent and received, with their metadata, what carriers reported word for word, and what was uploaded for campaigns.",
    events: "Each step of a message with its time. Its result stays.",
    attempts: "What was sent to your endpoints, and what they responded.",
  } satisfies Record<RetentionKind, string>,
  single: {
    title: "Never store a text",
    before: "For a code or a password, send",
    between: "with the API, or choose “Don't store the text” under Advanced on",
    send: "Send",
    after:
      "No list, export, or page shows the text, and it is erased once a carrier has the message.",
  },
  rest: {
    title: "What else is stored",
    forEver: "always",
    untilDeleted: "until you delete them",
    facts: {
      figures: "Status, times, numbers, segments, and credits of messages",
      ledger: "Ledger and payments",
      optOuts: "Opt-outs",
      documents: "Contacts, templates, and drafts of campaigns",
      drafts: "Drafts of campaigns without text and sender",
      keys: "Idempotency keys",
      callbacks: "Carrier IDs of messages",
      receipts: "Delivery reports of unknown messages",
      sessions: "Sessions, at most",
      refusals: "Rejected requests of new accounts",
      requests: "API requests, without texts and complete numbers",
      emails: "Emails saved while no mail server is set",
    } satisfies Record<KeptFact, string>,
  },
};

/** What the page about privacy says. */
export const privacyWords: Words<typeof en> = {
  en,
  pl: {
    title: "Prywatność",
    lead: "Jak długo przechowywane są treści i inne zapisy.",
    held: {
      texts: (kept) => `Treści są przechowywane przez ${kept}.`,
      textsForEver: "Treści są przechowywane tak długo jak konto.",
      more: "Potem wiadomość zachowuje status, czasy, segmenty i kredyty, a jej treść jest usuwana. Nie da się tego cofnąć.",
    },
    account: {
      title: "Dla tego konta",
      lead: "Wybierz czasy krótsze niż w instalacji. Usuwanie następuje w ciągu doby.",
      saved: "Czasy zapisane.",
      submit: "Zapisz czasy",
      max: (kept) => `Najwyżej ${kept}. Puste pole: ${kept}.`,
      free: "Puste pole: tak długo jak konto.",
    },
    installation: {
      title: "Dla całej instalacji",
      lead: "Najdłuższy czas dla każdego konta. Krótszy czas usuwa starsze zapisy w ciągu doby.",
      saved: "Czasy instalacji zapisane.",
      submit: "Zapisz czasy instalacji",
      max: () => "",
      free: "Puste pole: bez ograniczenia.",
    },
    fields: {
      texts: "Treści wiadomości, w dniach",
      events: "Historie wiadomości, w dniach",
      attempts: "Próby webhooków, w dniach",
    },
    about: {
      texts:
        "Wysłane i odebrane, razem z metadanymi, dosłownymi raportami dostawców i zawartością kampanii.",
      events: "Każdy krok wiadomości z czasem. Jej wynik zostaje.",
      attempts: "To, co wysłano do twoich punktów odbioru, i ich odpowiedzi.",
    },
    single: {
      title: "Treść, która nie jest przechowywana",
      before: "Dla kodu albo hasła wyślij",
      between:
        "przez API albo wybierz „Nie przechowuj treści” w ustawieniach zaawansowanych strony",
      send: "Wyślij",
      after:
        "Treści nie pokazuje żadna lista, eksport ani strona, a znika ona, gdy dostawca przyjmie wiadomość.",
    },
    rest: {
      title: "Co jeszcze jest przechowywane",
      forEver: "zawsze",
      untilDeleted: "do usunięcia przez ciebie",
      facts: {
        figures: "Status, czasy, numery, segmenty i kredyty wiadomości",
        ledger: "Księga kredytów i płatności",
        optOuts: "Rezygnacje",
        documents: "Kontakty, szablony i szkice kampanii",
        drafts: "Szkice kampanii bez treści i nadawcy",
        keys: "Klucze idempotencji",
        callbacks: "Identyfikatory wiadomości u dostawców",
        receipts: "Raporty doręczenia nieznanych wiadomości",
        sessions: "Sesje, najwyżej",
        refusals: "Odrzucone żądania nowych kont",
        requests: "Żądania API, bez treści i pełnych numerów",
        emails: "E-maile zapisane bez serwera poczty",
      },
    },
  },
};
