import type { Words } from "@/lib/language/language";

const en = {
  title: "Templates",
  lead: "Texts to use many times, with variables such as {{first_name}}.",
  add: "New template",
  caption: "Templates, newest first",
  none: "No templates yet. Save a text here and use it when you send, or by template_id in the API.",
  newTitle: "New template",
  back: "All templates",
  name: "Name",
  text: "Text",
  textHint:
    "Write {{first_name}} for a value, or {{first_name|there}} for “there” where there is none.",
  save: "Save",
  saved: "Saved.",
  id: "ID",
  copyId: "Copy the ID",
  remove: {
    title: "Delete the template",
    lead: "What was sent by it stays. Requests with its ID are rejected.",
    submit: "Delete template",
  },
  preview: "Preview",
  samples: "Sample values",
  sender: "Sender",
  noText: "The message appears here as you type.",
  wrongText: "The braces of a variable are not right yet.",
  tooLong: "With these values the text needs more than 10 segments.",
  missing: (names: string) => `No value for ${names}.`,
  variables: (names: string) => `Variables: ${names}`,
};

/** What the pages of templates say. */
export const templateWords: Words<typeof en> = {
  en,
  pl: {
    title: "Szablony",
    lead: "Treści, które wysyłasz wielokrotnie, ze zmiennymi takimi jak {{imie}}.",
    add: "Nowy szablon",
    caption: "Szablony, od najnowszego",
    none: "Nie ma jeszcze szablonów. Zapisz tu treść i użyj jej przy wysyłce albo przez template_id w API.",
    newTitle: "Nowy szablon",
    back: "Wszystkie szablony",
    name: "Nazwa",
    text: "Treść",
    textHint:
      "Wpisz {{imie}} w miejscu wartości albo {{imie|Kliencie}}, aby bez wartości pojawiło się „Kliencie”.",
    save: "Zapisz",
    saved: "Zapisano.",
    id: "ID",
    copyId: "Kopiuj ID",
    remove: {
      title: "Usuń szablon",
      lead: "Wysłane wiadomości zostają. Żądania z jego ID będą odrzucane.",
      submit: "Usuń szablon",
    },
    preview: "Podgląd",
    samples: "Przykładowe wartości",
    sender: "Nadawca",
    noText: "Wiadomość pojawi się tu w trakcie pisania.",
    wrongText: "Nawiasy zmiennej nie są jeszcze poprawne.",
    tooLong: "Z tymi wartościami treść zajmuje więcej niż 10 segmentów.",
    missing: (names) => `Brak wartości: ${names}.`,
    variables: (names) => `Zmienne: ${names}`,
  },
};
