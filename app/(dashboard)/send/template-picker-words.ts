import type { Words } from "@/lib/language/language";

const en = {
  use: "Use a template",
  none: "No template",
  values: "Values of the variables",
  optional: "Optional: the text has a fallback.",
  fill: "Fill in the text",
  asCampaign: "With variables, upload a file with each person's values to a campaign.",
  unfilled: "Fill in the variables first.",
  wrong: "The braces of a variable are not right yet.",
  forMany:
    "The text has variables, and pasted numbers have no values for them. Upload a file with a column for each to a campaign.",
  toCampaigns: "Go to campaigns",
};

/** What choosing a template and filling in variables says. */
export const templatePickerWords: Words<typeof en> = {
  en,
  pl: {
    use: "Użyj szablonu",
    none: "Bez szablonu",
    values: "Wartości zmiennych",
    optional: "Może zostać puste: w treści jest wartość zastępcza.",
    fill: "Wstaw wartości",
    asCampaign: "Treść ma zmienne: prześlij w kampanii plik z wartościami dla każdej osoby.",
    unfilled: "Najpierw wpisz wartości zmiennych.",
    wrong: "Nawiasy zmiennej nie są jeszcze poprawne.",
    forMany:
      "W treści są zmienne, a wklejone numery nie mają ich wartości. Prześlij w kampanii plik z kolumną na każdą z nich.",
    toCampaigns: "Przejdź do kampanii",
  },
};
