import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LanguageId, languages } from "./languages";

/** Where the examples are: the very files that the tests run. */
export const snippetFolder = join(process.cwd(), "app/(docs)/docs/_content/snippets");

/** The file of one call in one language. */
export function snippetPath(call: string, language: LanguageId): string {
  const extension = languages.find(({ id }) => id === language)?.extension;
  return join(snippetFolder, call, `${language}.${extension}`);
}

/** The example of one call in one language, without the line that only a shell needs. */
export function readSnippet(call: string, language: LanguageId): string {
  return readFileSync(snippetPath(call, language), "utf8")
    .replace(/^#!.*\n/, "")
    .trimEnd();
}
