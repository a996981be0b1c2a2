import { markdownResponse, readMarkdownWish } from "@/app/(docs)/docs/_content/markdown-response";
import { pageGroupsIn } from "@/app/(docs)/docs/_content/pages-in";
import { readPageIn } from "@/app/(docs)/docs/_content/read-page";
import { fullMarkdown } from "@/app/(docs)/docs/reference/_document/to-markdown";

export const dynamic = "force-dynamic";

/** The whole documentation as one text, with the reference behind the pages (llmstxt.org). */
export function GET(request: Request): Response {
  const wish = readMarkdownWish(request);
  const pages = pageGroupsIn(wish.lang).flatMap((group) => group.pages);
  const texts = pages.map((page) => readPageIn(wish, page).trim());
  return markdownResponse([...texts, fullMarkdown(wish.origin)].join("\n\n---\n\n"), "text/plain");
}
