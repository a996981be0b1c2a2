import type { Words } from "@/lib/language/language";

const en = {
  tones: { info: "Note", ok: "Done", warn: "Warning", bad: "Error" },
  quote: "If this keeps happening, give your administrator this ID:",
  copy: (what: string) => `Copy ${what}`,
  code: "Code",
  recoveryCode: "Recovery code",
  show: "Show",
  hide: "Hide",
  typed: "what is typed",
};

/** What fields, notices and pieces of code say by themselves. */
export const uiWords: Words<typeof en> = {
  en,
  pl: {
    tones: { info: "Uwaga", ok: "Gotowe", warn: "Ostrzeżenie", bad: "Błąd" },
    quote: "Jeśli to się powtarza, podaj administratorowi ten identyfikator:",
    copy: (what) => `Kopiuj: ${what}`,
    code: "Kod",
    recoveryCode: "Kod zapasowy",
    show: "Pokaż",
    hide: "Ukryj",
    typed: "wpisany tekst",
  },
};
