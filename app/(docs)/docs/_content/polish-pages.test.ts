import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MarkedToken, Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { navigationGroups } from "../_components/navigation-groups";
import { asMarked } from "../_render/parse-page";
import { readArticle } from "../_render/read-article";
import { buildIndex } from "../_search/build-index";
import { findPassages } from "../_search/find-passages";
import { pageGroups, pages } from "./pages";
import { findPageIn, pageGroupsIn } from "./pages-in";
import { polishGroups, polishPages } from "./polish-pages";

const folder = join(process.cwd(), "app/(docs)/docs/_content");
const slugs = Object.keys(polishPages);

/** A page as it was written, before tables and examples are put in. */
function sources(slug: string): { en: string; pl: string } {
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  return { en: read(`${slug}.md`), pl: read(`pl/${slug}.md`) };
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

test("every text in the folder of Polish is a page with Polish names, and the reverse", () => {
  const files = readdirSync(join(folder, "pl"));
  expect(files.sort()).toEqual(slugs.map((slug) => `${slug}.md`).sort());
  expect(pages.map(({ slug }) => slug)).toEqual(expect.arrayContaining(slugs));
  expect(Object.keys(polishGroups)).toEqual(pageGroups.map(({ title }) => title));
});

describe.each(slugs)("%s in Polish", (slug) => {
  const { en, pl } = sources(slug);
  const english = readArticle({ slug, language: "en" });
  const polish = readArticle({ slug, language: "pl" });

  test("has the headings of the English page, with the same anchors", () => {
    const outline = ({ headings }: typeof polish) => headings.map(({ id, depth }) => [id, depth]);
    expect(outline(polish)).toEqual(outline(english));
  });

  test("has the same examples and the same generated tables", () => {
    const insert = /^\{\{.+\}\}$/gm;
    expect(found(pl, insert)).toEqual(found(en, insert));
    expect(codeOf(polish.tokens)).toEqual(codeOf(english.tokens));
  });

  test("has tables and lists of the same size", () => {
    expect(sizesOf(polish.tokens)).toEqual(sizesOf(english.tokens));
  });

  test("leads to the same places", () => {
    const target = /\]\(([^)\s]+)\)/g;
    expect(found(pl, target).sort()).toEqual(found(en, target).sort());
  });

  test("names the same fields, values, and figures", () => {
    expect(factsOf(pl)).toEqual(factsOf(en));
  });

  test("says what to do instead of what may be done", () => {
    expect(pl).not.toMatch(/\b(?:trzeba|można|należy \p{L}+ć|odsyłacz\w*|proszę|Państwo)\b/iu);
  });
});

function codeOf(tokens: MarkedToken[]): string[] {
  return tokens.flatMap((token) =>
    token.type === "code" ? [`${token.lang?.split(" ")[0]}\n${token.text}`] : [],
  );
}

function sizesOf(tokens: MarkedToken[]): number[][] {
  return tokens.flatMap((token) => {
    if (token.type === "table") return [[token.rows.length, token.header.length]];
    return token.type === "list" ? [[asMarked((token as Tokens.List).items).length]] : [];
  });
}

/** What stands in backticks, and every number, however a language groups its digits. */
function factsOf(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/\]\([^)]*\)/g, "]");
  const plain = prose.replaceAll(/`[^`]*`/g, "").replaceAll(/(?<=\d)[,\u00a0](?=\d{3})/g, "");
  return [...new Set([...found(prose, /`[^`\n]+`/g), ...found(plain, /\d+/g)])].sort();
}

test("a reader of Polish gets each page in Polish where it exists, and else in English", () => {
  expect(findPageIn("pl", "quick-start")).toMatchObject({ language: "pl", title: "Szybki start" });
  expect(findPageIn("en", "quick-start")).toMatchObject({ language: "en", title: "Quick start" });
  expect(findPageIn("pl", "changelog")).toMatchObject({ language: "en", title: "Changelog" });
  expect(findPageIn("pl", "no-such-page")).toBeUndefined();
  expect(pageGroupsIn("pl").flatMap((group) => group.pages.map(({ slug }) => slug))).toEqual(
    pages.map(({ slug }) => slug),
  );
});

test("the list of pages marks those that are in another language than the reader's", () => {
  const marked = (language: "en" | "pl") =>
    navigationGroups(language).flatMap(({ links }) =>
      links.filter(({ lang }) => lang).map(({ href }) => href),
    );
  expect(marked("en")).toEqual([]);
  expect(marked("pl")).toContain("/docs/reference");
  expect(marked("pl")).toContain("/docs/changelog");
  expect(marked("pl")).not.toContain("/docs/quick-start");
});

describe("the search in Polish", () => {
  const index = buildIndex("pl");

  test.each([
    ["pierwszą wiadomość", "/docs/quick-start#send-your-first-message"],
    ["pierwsza wiadomosc", "/docs/quick-start#send-your-first-message"],
    ["sprawdź doręczenie", "/docs/quick-start#check-delivery"],
    ["reschedule message", "/docs/reference/rescheduleMessage"],
  ])("leads with “%s” to %s", (query, url) => {
    expect(findPassages(index, query)[0]?.url).toBe(url);
  });

  test("finds sections by the field's English words, too", () => {
    expect(findPassages(index, "retry").some(({ url }) => url.includes("#"))).toBe(true);
  });

  test("shows the words around a hit as they are written", () => {
    const [hit] = findPassages(index, "atakom powtorzenie");
    expect(hit?.text).toContain("atakom przez powtórzenie");
  });
});
