import type { Words } from "@/lib/language/language";

const en = {
  use: "Use a template",
  none: "No template",
  values: "Values of the variables",
  optional: "May stay empty: the template has a fallback.",
  fill: "Fill in the text",
};

/** What choosing a template says. */
export const templatePickerWords: Words<typeof en> = {
  en,
  pl: {
    use: "Użyj szablonu",
    none: "Bez szablonu",
    values: "Wartości zmiennych",
    optional: "Może zostać puste: szablon ma wartość zastępczą.",
    fill: "Wstaw treść",
  },
};
