import type { Language } from "@/lib/language/language";
import { lookUp } from "@/lib/language/look-up";
import { type DocsPage, findPage, pageGroups } from "./pages";
import { polishGroups, polishPages } from "./polish-pages";

export interface LocalPage extends DocsPage {
  /** The language of its names and text: English for a page that the wanted language does not have. */
  language: Language;
}

interface LocalGroup {
  title: string;
  pages: LocalPage[];
}

/** Every page in reading order, each in this language or else in English. */
export function pageGroupsIn(language: Language): LocalGroup[] {
  return pageGroups.map(({ title, pages }) => ({
    title: language === "pl" ? (polishGroups[title] ?? title) : title,
    pages: pages.map((page) => inLanguage(language, page)),
  }));
}

/** The page of this name, in this language or else in English; undefined when there is none. */
export function findPageIn(language: Language, slug: string): LocalPage | undefined {
  const page = findPage(slug);
  return page && inLanguage(language, page);
}

function inLanguage(language: Language, page: DocsPage): LocalPage {
  const polish = language === "pl" ? lookUp(polishPages, page.slug) : undefined;
  return polish ? { slug: page.slug, ...polish, language: "pl" } : { ...page, language: "en" };
}
