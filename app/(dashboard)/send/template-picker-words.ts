import type { Words } from "@/lib/language/language";

const en = {
  use: "Use a template",
  none: "No template",
  values: "Values of the variables",
  optional: "Optional: the template has a fallback.",
  fill: "Fill in the text",
  unfilled: "Fill in the variables first.",
  wrong: "The braces of a variable are not right yet.",
  forMany:
    "The text has variables, and each person has values of their own: send it as a campaign.",
  toCampaigns: "Go to campaigns",
};

/** What choosing a template and filling in variables says. */
export const templatePickerWords: Words<typeof en> = {
  en,
  pl: {
    use: "Użyj szablonu",
    none: "Bez szablonu",
    values: "Wartości zmiennych",
    optional: "Może zostać puste: szablon ma wartość zastępczą.",
    fill: "Wstaw wartości",
    unfilled: "Najpierw wpisz wartości zmiennych.",
    wrong: "Nawiasy zmiennej nie są jeszcze poprawne.",
    forMany: "W treści są zmienne, a każda osoba ma swoje wartości: wyślij ją jako kampanię.",
    toCampaigns: "Przejdź do kampanii",
  },
};
