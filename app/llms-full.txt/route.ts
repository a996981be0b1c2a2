import { markdownResponse, readMarkdownInput } from "@/app/(docs)/docs/_content/markdown-response";
import { pageGroupsIn } from "@/app/(docs)/docs/_content/pages-in";
import { readPageIn } from "@/app/(docs)/docs/_content/read-page";
import { fullMarkdown } from "@/app/(docs)/docs/reference/_document/to-markdown";

export const dynamic = "force-dynamic";

/** The whole documentation as one text, with the reference behind the pages (llmstxt.org). */
export function GET(request: Request): Response {
  const input = readMarkdownInput(request);
  const pages = pageGroupsIn(input.lang).flatMap((group) => group.pages);
  const texts = pages.map((page) => readPageIn(input, page).trim());
  return markdownResponse([...texts, fullMarkdown(input.origin)].join("\n\n---\n\n"), "text/plain");
}
