import { sentences } from "../core/sentence";

/** What is said of a file that can't be read as rows. */
export const spreadsheetSentences = sentences("spreadsheets", {
  tooManyBytes: ({ max }: { max: number }) => ({
    en: `The file is too large. Use at most ${max} MiB.`,
    pl: `Plik jest za duży. Może mieć najwyżej ${max} MiB.`,
  }),
  empty: { en: "The file is empty.", pl: "Plik jest pusty." },
  onlyHeader: {
    en: "The file has a header, but no rows below it.",
    pl: "W pliku jest nagłówek, ale pod nim nie ma żadnych wierszy.",
  },
  tooManyRows: ({ max }: { max: number }) => ({
    en: `The file has more than ${max} rows. Split it into several files.`,
    pl: `Plik ma za dużo wierszy. Podziel go na kilka plików, każdy najwyżej po ${max} wierszy.`,
  }),
  tooManyColumns: ({ row, max }: { row: number; max: number }) => ({
    en: `Row ${row} has too many cells. Use at most ${max} columns.`,
    pl: `Wiersz ${row} ma za dużo komórek. Kolumn może być najwyżej ${max}.`,
  }),
  tooLongCell: ({ row, column, max }: { row: number; column: number; max: number }) => ({
    en: `The cell in row ${row}, column ${column} is too long. Use at most ${max} characters.`,
    pl: `Komórka w wierszu ${row}, w kolumnie ${column} jest za długa. Może mieć najwyżej ${max} znaków.`,
  }),
  tooLongRow: ({ row }: { row: number }) => ({
    en: `Row ${row} is too long. A quotation mark may be missing there.`,
    pl: `Wiersz ${row} jest za długi. Być może brakuje w nim cudzysłowu.`,
  }),
  openQuote: ({ row }: { row: number }) => ({
    en: `Row ${row} has a quotation mark that is never closed.`,
    pl: `W wierszu ${row} jest cudzysłów, którego nic nie zamyka.`,
  }),
  encrypted: {
    en: "The file is protected with a password. Remove the password and upload it again.",
    pl: "Plik jest chroniony hasłem. Usuń hasło i prześlij plik jeszcze raz.",
  },
  oldExcel: {
    en: "This is a file of an old Excel version (.xls). Save it as .xlsx or CSV.",
    pl: "To plik starej wersji programu Excel (.xls). Zapisz go jako .xlsx albo CSV.",
  },
  binaryExcel: {
    en: "This is a binary Excel file (.xlsb). Save it as .xlsx or CSV.",
    pl: "To binarny plik programu Excel (.xlsb). Zapisz go jako .xlsx albo CSV.",
  },
  openDocument: {
    en: "This is an OpenDocument file (.ods). Save it as .xlsx or CSV.",
    pl: "To plik OpenDocument (.ods). Zapisz go jako .xlsx albo CSV.",
  },
  pdf: {
    en: "This is a PDF. Upload a spreadsheet (.xlsx) or a CSV file.",
    pl: "To plik PDF. Prześlij arkusz (.xlsx) albo plik CSV.",
  },
  image: {
    en: "This is an image. Upload a spreadsheet (.xlsx) or a CSV file.",
    pl: "To obraz. Prześlij arkusz (.xlsx) albo plik CSV.",
  },
  webPage: {
    en: "This is a web page or XML. Open it in a spreadsheet program and save it as .xlsx or CSV.",
    pl: "To strona internetowa albo plik XML. Otwórz go w arkuszu kalkulacyjnym i zapisz jako .xlsx albo CSV.",
  },
  otherFormat: {
    en: "This is not a spreadsheet. Upload an .xlsx or CSV file.",
    pl: "To nie jest arkusz. Prześlij plik .xlsx albo CSV.",
  },
  damaged: {
    en: "The file is damaged. Save it again and upload it.",
    pl: "Plik jest uszkodzony. Zapisz go jeszcze raz i prześlij ponownie.",
  },
  tooMuchInside: ({ max }: { max: number }) => ({
    en: `The content of the file is too large: more than ${max} MiB when unpacked. Save it as CSV.`,
    pl: `Zawartość pliku jest za duża: po rozpakowaniu ma ponad ${max} MiB. Zapisz go jako CSV.`,
  }),
  tooManyParts: {
    en: "The file has too many parts. Copy the sheet to a new workbook and save that one.",
    pl: "Plik ma za dużo części. Skopiuj arkusz do nowego skoroszytu i zapisz tamten.",
  },
  noSheet: {
    en: "The workbook has no visible sheet.",
    pl: "W skoroszycie nie ma żadnego widocznego arkusza.",
  },
  tooMuchMemory: {
    en: "The file is too complex to read. Save it as CSV.",
    pl: "Plik jest zbyt złożony, aby go odczytać. Zapisz go jako CSV.",
  },
  tooSlow: {
    en: "Reading the file took too long. Split it into smaller files.",
    pl: "Odczyt pliku trwał zbyt długo. Podziel go na mniejsze pliki.",
  },
});
