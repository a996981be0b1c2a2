import type { MarkedToken } from "marked";
import type { Language } from "@/lib/language/language";
import { type LocalPage, pageGroupsIn } from "../_content/pages-in";
import { asMarked, plainText } from "../_render/parse-page";
import { readArticle } from "../_render/read-article";
import { reference } from "../reference/_document/reference";
import type { Passage } from "./find-passages";

/** Every section of every page and every call as plain words, for the search of readers of this language. */
export function buildIndex(language: Language): Passage[] {
  const pages = pageGroupsIn(language).flatMap((group) => group.pages);
  return [...pages.flatMap((page) => passagesOf(page)), ...referencePassages()];
}

function referencePassages(): Passage[] {
  const parts = reference().groups.flatMap((group) => group.parts);
  return parts.map((part) => {
    const { description } = "call" in part ? part.call : part.event;
    const text = `${part.code} ${description.replaceAll("`", "")}`;
    const url = `/docs/reference/${part.id}`;
    return { url, page: "API reference", heading: part.title, text, language: "en" };
  });
}

function passagesOf(page: LocalPage): Passage[] {
  const { tokens, headings } = readArticle(page);
  const url = `/docs/${page.slug}`;
  const common = { page: page.title, language: page.language };
  const passages = [{ ...common, url, heading: "", text: leadOf(page) }];
  for (const token of tokens) {
    if (token.type === "heading") {
      const { id, text: heading = "" } = headings[passages.length - 1] ?? {};
      passages.push({ ...common, url: `${url}#${id}`, heading, text: "" });
    } else {
      const last = passages.at(-1);
      if (last) last.text = `${last.text} ${wordsOf(token)}`.trim();
    }
  }
  return passages;
}

function leadOf({ description, keywords = "" }: LocalPage): string {
  return `${description} ${keywords}`.trim();
}

/** Code examples are omitted: they would match every query. */
function wordsOf(token: MarkedToken): string {
  if (token.type === "code") return "";
  return plainText(asMarked([token]))
    .replaceAll(/\s+/g, " ")
    .trim();
}
