import type { MarkedToken } from "marked";
import type { LocalPage } from "../_content/pages-in";
import { headingsOf, type PageHeading, parsePage } from "./parse-page";

interface Article {
  tokens: MarkedToken[];
  headings: PageHeading[];
}

/** A page in its language. Each heading has the anchor of the English one at its place, so that links hold in both. */
export function readArticle({ slug, language }: Pick<LocalPage, "slug" | "language">): Article {
  const tokens = parsePage(slug, language);
  const headings = headingsOf(tokens);
  if (language === "en") return { tokens, headings };
  const english = headingsOf(parsePage(slug));
  return {
    tokens,
    headings: headings.map((each, place) => ({ ...each, id: english[place]?.id ?? each.id })),
  };
}
