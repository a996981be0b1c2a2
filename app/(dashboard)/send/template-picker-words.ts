import type { Words } from "@/lib/language/language";

const en = {
  use: "Use a template",
  none: "No template",
  values: "Values of the variables",
  optional: "Optional: the text has a fallback.",
  fill: "Fill in the text",
  asCampaign: "With variables, several people need a campaign.",
  unfilled: "Fill in the variables first.",
  wrong: "The braces of a variable are not right yet.",
  forMany:
    "The text has variables, and its values differ from person to person: send it as a campaign.",
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
    asCampaign: "Treść ze zmiennymi do kilku osób wyślesz jako kampanię.",
    unfilled: "Najpierw wpisz wartości zmiennych.",
    wrong: "Nawiasy zmiennej nie są jeszcze poprawne.",
    forMany: "W treści są zmienne, a każda osoba ma swoje wartości: wyślij ją jako kampanię.",
    toCampaigns: "Przejdź do kampanii",
  },
};
