import type { Words } from "@/lib/language/language";

const en = {
  title: "Why does my signature fail?",
  lead: "Paste what your receiver got. It is compared with what is sent from here; nothing of it is kept.",
  headers: "Headers",
  headersHint: "One a line; the three that begin with webhook- are enough.",
  body: "Body",
  bodyHint: "Exactly what goes into your verification.",
  secret: "Secret your receiver uses",
  secretHint: "Only if it may be the fault. May stay empty.",
  submit: "Explain",
  reasons: {
    ok: "It verifies",
    malformed_header: "A header is missing or damaged",
    clock: "The time is off",
    body_changed: "The body was changed",
    id_mismatch: "Headers and body do not belong together",
    wrong_secret: "Another secret",
  },
};

/** What the check of a signature says. */
export const signatureWords: Words<typeof en> = {
  en,
  pl: {
    title: "Dlaczego podpis się nie zgadza?",
    lead: "Wklej to, co dostał odbiorca. Zostanie porównane z tym, co stąd wychodzi; nic się nie zapisuje.",
    headers: "Nagłówki",
    headersHint: "Po jednym w wierszu; wystarczą trzy zaczynające się od webhook-.",
    body: "Treść",
    bodyHint: "Dokładnie to, co trafia do sprawdzenia podpisu.",
    secret: "Sekret używany przez odbiorcę",
    secretHint: "Tylko jeśli to on może być winny. Może pozostać puste.",
    submit: "Wyjaśnij",
    reasons: {
      ok: "Podpis się zgadza",
      malformed_header: "Brak nagłówka albo jest uszkodzony",
      clock: "Czas się nie zgadza",
      body_changed: "Treść została zmieniona",
      id_mismatch: "Nagłówki i treść nie należą do siebie",
      wrong_secret: "Inny sekret",
    },
  },
};
