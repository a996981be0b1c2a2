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
    lead: "Wklej żądanie, które dostał twój serwer. Depesza porówna je z tym, co wysłała, i niczego nie zapisze.",
    headers: "Nagłówki",
    headersHint: "Po jednym w wierszu. Wystarczą trzy nagłówki webhook-.",
    body: "Treść",
    bodyHint: "Dokładnie te bajty, które sprawdza twój kod.",
    secret: "Klucz używany przez odbiorcę",
    secretHint: "Opcjonalny. Wypełnij, jeśli podejrzewasz klucz.",
    submit: "Sprawdź podpis",
    reasons: {
      ok: "Podpis jest prawidłowy",
      malformed_header: "Brak nagłówka albo jest nieprawidłowy",
      clock: "Znacznik czasu jest poza tolerancją",
      body_changed: "Treść została zmieniona",
      id_mismatch: "Nagłówki i treść pochodzą z różnych zdarzeń",
      wrong_secret: "Nieprawidłowy klucz",
    },
  },
};
