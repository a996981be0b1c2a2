import type { MarkedToken } from "marked";
import { type DocsPage, pages } from "../_content/pages";
import { anchorOf, asMarked, parsePage, plainText } from "../_render/parse-page";
import { reference } from "../reference/_document/reference";
import type { Passage } from "./find-passages";

/** Every section of every page and every call as plain words, for the search to look through. */
export function buildIndex(): Passage[] {
  return [
    ...pages.flatMap((page) => passagesOf(page, parsePage(page.slug))),
    ...referencePassages(),
  ];
}

function referencePassages(): Passage[] {
  const parts = reference().groups.flatMap((group) => group.parts);
  return parts.map((part) => {
    const { description } = "call" in part ? part.call : part.event;
    const text = `${part.code} ${description.replaceAll("`", "")}`;
    return { url: `/docs/reference/${part.id}`, page: "API reference", heading: part.title, text };
  });
}

function passagesOf(page: DocsPage, tokens: MarkedToken[]): Passage[] {
  const url = `/docs/${page.slug}`;
  const passages = [{ url, page: page.title, heading: "", text: leadOf(page) }];
  for (const token of tokens) {
    if (token.type === "heading") {
      const heading = plainText(token.tokens);
      passages.push({ url: `${url}#${anchorOf(heading)}`, page: page.title, heading, text: "" });
    } else {
      const last = passages.at(-1);
      if (last) last.text = `${last.text} ${wordsOf(token)}`.trim();
    }
  }
  return passages;
}

function leadOf({ description, keywords = "" }: DocsPage): string {
  return `${description} ${keywords}`.trim();
}

/** Examples of code are left out: they would answer every question. */
function wordsOf(token: MarkedToken): string {
  if (token.type === "code") return "";
  return plainText(asMarked([token]))
    .replaceAll(/\s+/g, " ")
    .trim();
}
