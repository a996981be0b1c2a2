import { lexer, type MarkedToken, type Token } from "marked";
import type { Language } from "@/lib/language/language";
import { readPage } from "../_content/read-page";

export interface PageHeading {
  depth: number;
  text: string;
  /** Its anchor, unique on the page. */
  id: string;
}

/** A page's Markdown as tokens. Marked's own type ends in a catch-all, which would hide every mistake. */
export function parsePage(slug: string, language: Language = "en"): MarkedToken[] {
  return asMarked(lexer(readPage(slug, language)));
}

/** The headings of a page below its title, in order. */
export function headingsOf(tokens: MarkedToken[]): PageHeading[] {
  return tokens.flatMap((token) => {
    if (token.type !== "heading") return [];
    const text = plainText(token.tokens);
    return [{ depth: token.depth, text, id: anchorOf(text) }];
  });
}

/** The anchor of a heading: its words with hyphens between; a code such as `not_found` is itself. */
function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** The text of Markdown without its marks. */
export function plainText(tokens: Token[] = []): string {
  return asMarked(tokens).map(plainTextOf).join("");
}

/** Narrows the tokens of marked to the kinds that it makes when no extension is in use. */
export function asMarked(tokens: Token[]): MarkedToken[] {
  return tokens as MarkedToken[];
}

function plainTextOf(token: MarkedToken): string {
  if (token.type === "br" || token.type === "space") return " ";
  if (token.type === "table") {
    return [token.header, ...token.rows].map((cells) => joinCells(cells)).join(" ");
  }
  if (token.type === "list") {
    return token.items.map((item) => plainText(item.tokens)).join(" ");
  }
  if ("tokens" in token && token.tokens) return plainText(token.tokens);
  return "text" in token ? token.text : "";
}

function joinCells(cells: { tokens: Token[] }[]): string {
  return cells.map((cell) => plainText(cell.tokens)).join(" ");
}
