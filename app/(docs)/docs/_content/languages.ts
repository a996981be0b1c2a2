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
    needs: "curl 7.76 or newer",
  },
  {
    id: "shell",
    label: "Shell",
    extension: "sh",
    grammar: "bash",
    needs: "bash or zsh, and curl 7.84 or newer",
  },
  {
    id: "node",
    label: "Node",
    extension: "mjs",
    grammar: "javascript",
    needs: "Node 20 or newer",
  },
  {
    id: "python",
    label: "Python",
    extension: "py",
    grammar: "python",
    needs: "Python 3.9 or newer, and pip install requests",
  },
  {
    id: "php",
    label: "PHP",
    extension: "php",
    grammar: "php",
    needs: "PHP 8.0 or newer with its curl extension",
  },
  {
    id: "go",
    label: "Go",
    extension: "go",
    grammar: "go",
    needs: "Go 1.19 or newer",
  },
] as const;

export type LanguageId = (typeof languages)[number]["id"];

export const defaultLanguage: LanguageId = "curl";

/** The language of this name; the default when there is none. */
export function languageOf(name: unknown): LanguageId {
  return languages.find(({ id }) => id === name)?.id ?? defaultLanguage;
}
