/**
 * The languages of the examples; the file of a call in one of them is `<id>.<extension>`. Only calls with a longer
 * script have one for Shell; for the others it is the curl request. `needs` is what to install to run the examples.
 */
export const languages = [
  {
    id: "curl",
    label: "curl",
    extension: "sh",
    grammar: "bash",
    needs: { en: "curl 7.76 or newer", pl: "curl 7.76 lub nowszy" },
  },
  {
    id: "shell",
    label: "Shell",
    extension: "sh",
    grammar: "bash",
    needs: {
      en: "bash or zsh, and curl 7.84 or newer",
      pl: "bash lub zsh oraz curl 7.84 lub nowszy",
    },
  },
  {
    id: "node",
    label: "Node",
    extension: "mjs",
    grammar: "javascript",
    needs: { en: "Node 20 or newer", pl: "Node 20 lub nowszy" },
  },
  {
    id: "python",
    label: "Python",
    extension: "py",
    grammar: "python",
    needs: {
      en: "Python 3.9 or newer, and pip install requests",
      pl: "Python 3.9 lub nowszy i pip install requests",
    },
  },
  {
    id: "php",
    label: "PHP",
    extension: "php",
    grammar: "php",
    needs: {
      en: "PHP 8.0 or newer with its curl extension",
      pl: "PHP 8.0 lub nowszy z rozszerzeniem curl",
    },
  },
  {
    id: "go",
    label: "Go",
    extension: "go",
    grammar: "go",
    needs: { en: "Go 1.19 or newer", pl: "Go 1.19 lub nowszy" },
  },
] as const;

export type LanguageId = (typeof languages)[number]["id"];

export const defaultLanguage: LanguageId = "curl";

/** The language of this name; the default when there is none. */
export function languageOf(name: unknown): LanguageId {
  return languages.find(({ id }) => id === name)?.id ?? defaultLanguage;
}
