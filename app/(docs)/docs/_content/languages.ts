/** The languages every call is shown in; the file of a call in one of them is `<id>.<extension>`. */
export const languages = [
  { id: "curl", label: "curl", extension: "sh", grammar: "bash" },
  { id: "node", label: "Node", extension: "mjs", grammar: "javascript" },
  { id: "python", label: "Python", extension: "py", grammar: "python" },
  { id: "php", label: "PHP", extension: "php", grammar: "php" },
  { id: "go", label: "Go", extension: "go", grammar: "go" },
] as const;

export type LanguageId = (typeof languages)[number]["id"];

export const defaultLanguage: LanguageId = "curl";

/** The language of this name; the default when there is none. */
export function languageOf(name: unknown): LanguageId {
  return languages.find(({ id }) => id === name)?.id ?? defaultLanguage;
}
