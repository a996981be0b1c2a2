import type { Words } from "@/lib/language/language";

const en = {
  title: "Text and sender",
  name: "Campaign name",
  nameHint: "Shown here and in the log. Recipients don't see it.",
  from: "From",
  fromHint: "A name of up to 11 letters and digits, or a number.",
  text: "Text",
  insert: "Insert",
  insertOf: (variable: string) => `Insert the variable ${variable}`,
  noVariables: "Once you add a file, its columns can be inserted here.",
  fallbackExample: "{{first_name|there}}",
  fallback:
    "says “there” to anyone who has no first name. Without the part after |, that person is omitted.",
  unbalanced:
    "A variable is written {{name}}: letters, digits, and underscores between two pairs of braces.",
  unknown: (names: string) => `No column provides ${names}. Anyone without a value is omitted.`,
  template: "Use a template",
  chooseTemplate: "Choose a template…",
  replaced: "The text was replaced.",
  undo: "Undo",
  onThePhone: "On the phone",
  preview: "Preview",
  previewOf: (row: number) => `With the values of row ${row}`,
  noText: "The message appears here as you type.",
  tooLong: "With these values the text needs more than 10 segments.",
  sender: "Sender",
  notStored:
    "This text is not stored: nobody can read it after the start, and the rows are erased when the campaign ends.",
};

/** The section where the text is written. */
export const textWords: Words<typeof en> = {
  en,
  pl: {
    title: "Treść i nadawca",
    name: "Nazwa kampanii",
    nameHint: "Widoczna tutaj i w dzienniku. Odbiorcy jej nie zobaczą.",
    from: "Od",
    fromHint: "Nazwa do 11 liter i cyfr albo numer.",
    text: "Treść",
    insert: "Wstaw",
    insertOf: (variable) => `Wstaw zmienną ${variable}`,
    noVariables: "Gdy dodasz plik, jego kolumny będzie można wstawić tutaj.",
    fallbackExample: "{{first_name|Kliencie}}",
    fallback:
      "wstawi „Kliencie” temu, kto nie ma imienia. Bez części po znaku | taka osoba zostanie pominięta.",
    unbalanced:
      "Zmienną zapisuje się jako {{nazwa}}: litery, cyfry i podkreślenia między dwiema parami klamer.",
    unknown: (names) =>
      `Żadna kolumna nie zawiera: ${names}. Kto nie ma wartości, zostanie pominięty.`,
    template: "Użyj szablonu",
    chooseTemplate: "Wybierz szablon…",
    replaced: "Treść została zastąpiona.",
    undo: "Cofnij",
    onThePhone: "Na telefonie",
    preview: "Podgląd",
    previewOf: (row) => `Z wartościami z wiersza ${row}`,
    noText: "Wiadomość pojawi się tu w trakcie pisania.",
    tooLong: "Z tymi wartościami treść zajmuje więcej niż 10 segmentów.",
    sender: "Nadawca",
    notStored:
      "Ta treść nie jest przechowywana: po starcie nikt jej nie odczyta, a wiersze znikną, gdy kampania się skończy.",
  },
};
