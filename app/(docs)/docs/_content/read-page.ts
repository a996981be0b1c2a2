import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Language } from "@/lib/language/language";
import { docsWords } from "../words";
import { exampleOrigin } from "./example-origin";
import { type GeneratedTable, generateTable } from "./generate-table";
import type { LanguageId } from "./languages";
import { languages } from "./languages";
import type { LocalPage } from "./pages-in";
import { readSnippet, snippetFolder } from "./read-snippet";

const folder = join(process.cwd(), "app/(docs)/docs/_content");

/**
 * The Markdown of a page, of which there has to be one in that language. A line `{{table:name}}` becomes a table made from
 * the product's own sources, `{{file:path}}` a file of the project; `{{snippet:call}}` becomes a code block named `snippet`, for the page to show in all languages, and `{{hono:call}}`
 * the example for Hono.
 */
export function readPage(slug: string, language: Language = "en"): string {
  return readFileSync(join(folder, language === "en" ? "" : language, `${slug}.md`), "utf8")
    .replace(/^\{\{table:([a-z-]+)\}\}$/gm, (_line, name: GeneratedTable) =>
      generateTable(name, language),
    )
    .replace(/^\{\{file:([\w./-]+)\}\}$/gm, (_line, path: string) => shownFile(path))
    .replace(/^\{\{snippet:([a-z-]+)\}\}$/gm, (_line, call: string) => fenced("snippet", call))
    .replace(/^\{\{hono:([a-z-]+)\}\}$/gm, (_line, call: string) =>
      fenced(
        "javascript Node with Hono",
        readFileSync(join(snippetFolder, call, "hono.mjs"), "utf8").trim(),
      ),
    );
}

interface MarkdownInput {
  language: LanguageId;
  /** The address of the installation, for the examples. */
  origin: string;
}

/** The page as one Markdown document: its title, and each call in one language. */
export function readPageIn(
  { language, origin }: MarkdownInput,
  page: Pick<LocalPage, "slug" | "title" | "language">,
): string {
  const { grammar = "", needs } = languages.find(({ id }) => id === language) ?? {};
  const requires = docsWords[page.language].requires(needs?.[page.language] ?? "");
  const text = readPage(page.slug, page.language).replace(
    /^```snippet\n(.+)\n```$/gm,
    (_block, call: string) => `${requires}\n\n${fenced(grammar, readSnippet(call, language))}`,
  );
  return `# ${page.title}\n\n${text}`.replaceAll(exampleOrigin, () => origin);
}

function shownFile(path: string): string {
  const grammar = path.endsWith(".conf") ? "nginx" : "text";
  return fenced(
    `${grammar} ${basename(path)}`,
    readFileSync(join(process.cwd(), path), "utf8").trim(),
  );
}

function fenced(name: string, text: string): string {
  return `\`\`\`${name}\n${text}\n\`\`\``;
}
