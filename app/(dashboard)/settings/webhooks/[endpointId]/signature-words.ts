import type { Words } from "@/lib/language/language";

const en = {
  title: "Why does my signature fail?",
  lead: "Paste the request your server received. Depesza compares it with what it sent and stores nothing.",
  headers: "Headers",
  headersHint: "One per line. The three webhook- headers are enough.",
  body: "Body",
  bodyHint: "The exact bytes your code verifies.",
  secret: "Secret your receiver uses",
  secretHint: "Optional. Fill in if you suspect the secret.",
  submit: "Check signature",
  reasons: {
    ok: "The signature is valid",
    malformed_header: "A header is missing or malformed",
    clock: "The timestamp is outside the tolerance",
    body_changed: "The body was changed",
    id_mismatch: "Headers and body are from different events",
    wrong_secret: "Wrong secret",
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
