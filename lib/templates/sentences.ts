import { sentences } from "../core/sentence";

/** What is said of saved texts, and of the values for their variables. */
export const templateSentences = sentences("templates", {
  notFound: {
    en: "There is no template with this ID.",
    pl: "Nie ma szablonu o tym identyfikatorze.",
  },
  noName: { en: "Enter a name for the template.", pl: "Nazwij szablon." },
  wrongName: {
    en: "Use letters, digits, and punctuation only.",
    pl: "Użyj tylko liter, cyfr i znaków przestankowych.",
  },
  usedName: {
    en: "Another template has this name.",
    pl: "Inny szablon ma już tę nazwę.",
  },
  noText: { en: "Write the text of the template.", pl: "Wpisz treść szablonu." },
  longText: ({ max }: { max: number }) => ({
    en: `Use at most ${max} characters.`,
    pl: `Użyj najwyżej ${max} znaków.`,
  }),
  wrongBraces: {
    en: "Write variables as {{first_name}} or {{first_name|there}}: up to 40 letters, digits, and underscores, not beginning with a digit.",
    pl: "Zmienne zapisuj jako {{imie}} lub {{imie|Kliencie}}: do 40 liter, cyfr i podkreśleń, bez cyfry na początku.",
  },
  manyVariables: ({ max }: { max: number }) => ({
    en: `Use variables in at most ${max} places.`,
    pl: `Użyj zmiennych najwyżej w ${max} miejscach.`,
  }),
  tooMany: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} templates. Delete one first.`,
    pl: `Konto ma najwyżej ${max} szablonów. Najpierw usuń któryś z nich.`,
  }),
  nothingToChange: {
    en: "Enter a new name or a new text.",
    pl: "Podaj nową nazwę albo nową treść.",
  },
  testToken: {
    en: "A test token can't change or delete templates, which live messages use, too.",
    pl: "Token testowy nie może zmieniać ani usuwać szablonów, bo używają ich także prawdziwe wiadomości.",
  },
  bodyAndTemplate: {
    en: "Provide either body or template_id, not both.",
    pl: "Podaj body albo template_id, nie oba naraz.",
  },
  variablesWithoutTemplate: {
    en: "variables need a template_id.",
    pl: "Do variables potrzebne jest template_id.",
  },
  wrongVariables: ({ max }: { max: number }) => ({
    en: `variables must be an object of at most ${max} names and their values.`,
    pl: `variables to obiekt z nazwami i wartościami, najwyżej ${max}.`,
  }),
  wrongVariable: ({ name, max }: { name: string; max: number }) => ({
    en: `The value of ${name} must be a text of at most ${max} characters.`,
    pl: `Wartość zmiennej ${name} to tekst do ${max} znaków.`,
  }),
  wrongVariableName: ({ name }: { name: string }) => ({
    en: `“${name}” is not the name of a variable.`,
    pl: `„${name}” nie jest nazwą zmiennej.`,
  }),
  tooLong: {
    en: "With these values the text needs more than 10 segments.",
    pl: "Z tymi wartościami treść zajmuje więcej niż 10 segmentów.",
  },
  missing: ({ name }: { name: string }) => ({
    en: `Provide a value for ${name}: the template has no fallback for it.`,
    pl: `Podaj wartość zmiennej ${name}: szablon nie ma dla niej wartości zastępczej.`,
  }),
});
