import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LanguageId, languages } from "./languages";

/** Where the examples are: the very files that the tests run. */
export const snippetFolder = join(process.cwd(), "app/(docs)/docs/_content/snippets");

/** The file of one call in one language. */
export function snippetPath(call: string, language: LanguageId): string {
  if (language === "shell" && !hasShell(call)) return snippetPath(call, "curl");
  const extension = languages.find(({ id }) => id === language)?.extension;
  return join(snippetFolder, call, `${language}.${extension}`);
}

/** Whether a call has a longer shell script in addition to its curl request. */
export function hasShell(call: string): boolean {
  return existsSync(join(snippetFolder, call, "shell.sh"));
}

/** The example of one call in one language, without the line that only a shell needs. */
export function readSnippet(call: string, language: LanguageId): string {
  return readFileSync(snippetPath(call, language), "utf8")
    .replace(/^#!.*\n/, "")
    .trimEnd();
}
