import { publicOriginOf } from "@/lib/core/public-origin";
import { isLanguage, type Language } from "@/lib/language/language";
import { type LanguageId, languageOf } from "./languages";

interface MarkdownInput {
  /** Of the examples: by the query, or else by the reader's cookie. */
  language: LanguageId;
  /** Of the text: English unless the query names another one. */
  lang: Language;
  origin: string;
}

/** What a request for Markdown asks for. */
export function readMarkdownInput(request: Request): MarkdownInput {
  const cookie = /(?:^|; *)code-language=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  const query = new URL(request.url).searchParams;
  const lang = query.get("lang");
  return {
    language: languageOf(query.get("language") ?? cookie),
    lang: isLanguage(lang) ? lang : "en",
    origin: publicOriginOf(request.headers),
  };
}

/** A Markdown document, or 404 when there is none. */
export function markdownResponse(text: string | undefined, type = "text/markdown"): Response {
  return new Response(text ?? "This page does not exist.\n", {
    status: text === undefined ? 404 : 200,
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "private, no-cache" },
  });
}
