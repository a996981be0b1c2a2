import type { Language } from "@/lib/language/language";
import { tags } from "@/lib/operations/operation";
import { pageGroupsIn } from "../_content/pages-in";
import { docsWords } from "../words";

export interface NavigationGroup {
  title: string;
  links: {
    href: string;
    label: string;
    /** The language of the page, if it is not the reader's. */
    lang?: Language | undefined;
    /** Headings of a page that has subpages, shown while one of them is open. Each is the anchor of its name. */
    parts?: string[];
  }[];
}

/** The list of all pages for readers of this language. */
export function navigationGroups(language: Language): NavigationGroup[] {
  const words = docsWords[language];
  const lang = language === "en" ? undefined : "en";
  return [
    { title: words.title, links: [{ href: "/docs", label: words.allPages }] },
    ...pageGroupsIn(language).map(({ title, pages }) => ({
      title,
      links: pages.map((page) => ({
        href: `/docs/${page.slug}`,
        label: page.title,
        lang: page.language === language ? undefined : page.language,
      })),
    })),
    {
      title: words.reference,
      links: [{ href: "/docs/reference", label: "API reference", lang, parts: Object.keys(tags) }],
    },
  ];
}
