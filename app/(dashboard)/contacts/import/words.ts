import { numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Import contacts",
  lead: "Choose a CSV or Excel file, then choose what each column is. Contacts you already have are updated. A file that you don't import is deleted after 30 days.",
  nameOf: (time: string) => `Import, ${time}`,
  begin: "Import a file",
  back: "All contacts",
  group: "Group",
  groupHint: "A new group for them. Leave it empty for none.",
  submit: (rows: number) => `Import ${numberWords("en", rows)} rows`,
  done: (added: number, merged: number) =>
    `Imported: ${numberWords("en", added)} new, ${numberWords("en", merged)} updated.`,
  rejected: (rows: number) => `Rows that were not imported: ${numberWords("en", rows)}.`,
  row: (row: number, why: string) => `Row ${row}: ${why}`,
};

/** What importing contacts from a file says. */
export const importWords: Words<typeof en> = {
  en,
  pl: {
    title: "Import kontaktów",
    lead: "Wybierz plik CSV lub Excel i wskaż, co jest w kolumnach. Kontakty, które już masz, zostaną uzupełnione. Niezaimportowany plik zniknie po 30 dniach.",
    nameOf: (time) => `Import, ${time}`,
    begin: "Importuj z pliku",
    back: "Wszystkie kontakty",
    group: "Grupa",
    groupHint: "Nowa grupa dla tych osób. Zostaw puste, jeśli niepotrzebna.",
    submit: (rows) => `Importuj (wiersze: ${numberWords("pl", rows)})`,
    done: (added, merged) =>
      `Zaimportowano. Nowe: ${numberWords("pl", added)}, uzupełnione: ${numberWords("pl", merged)}.`,
    rejected: (rows) => `Wiersze, których nie zaimportowano: ${numberWords("pl", rows)}.`,
    row: (row, why) => `Wiersz ${row}: ${why}`,
  },
};
