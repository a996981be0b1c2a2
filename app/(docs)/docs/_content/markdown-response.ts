import { publicOriginOf } from "@/lib/core/public-origin";
import { type LanguageId, languageOf } from "./languages";

/** What a request for Markdown asks for: the language by its query, or else by the reader's cookie. */
export function readMarkdownWish(request: Request): { language: LanguageId; origin: string } {
  const cookie = /(?:^|; *)code-language=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  const asked = new URL(request.url).searchParams.get("language");
  return { language: languageOf(asked ?? cookie), origin: publicOriginOf(request.headers) };
}

/** A Markdown document, or 404 when there is none. */
export function markdownResponse(text: string | undefined, type = "text/markdown"): Response {
  return new Response(text ?? "This page does not exist.\n", {
    status: text === undefined ? 404 : 200,
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "private, no-cache" },
  });
}
