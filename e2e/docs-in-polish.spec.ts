import { expect } from "@playwright/test";
import { pages } from "../app/(docs)/docs/_content/pages";
import { polishPages } from "../app/(docs)/docs/_content/polish-pages";
import { docsWords } from "../app/(docs)/docs/words";
import { axeClean, test } from "./fixtures";
import { cutOff } from "./screens/cut-off";

test.use({ locale: "pl-PL" });

const words = docsWords.pl;
/** Everything but the words is as in English, where both themes are measured on each page. */
const theme = ["light"] as const;

for (const [slug, { title }] of Object.entries(polishPages)) {
  test(`/docs/${slug} is in Polish, accessible, and fits a phone`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.goto(`/docs/${slug}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "pl");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("article").locator("xpath=ancestor::*[@lang][1]")).toHaveAttribute(
      "lang",
      "pl",
    );
    await expect(page.getByText(words.onlyEnglish)).toHaveCount(0);
    await axeClean(page, page.url(), theme);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await cutOff(page)).toEqual([]);
  });
}

const english = pages.map(({ slug }) => slug).filter((slug) => !Object.hasOwn(polishPages, slug));

for (const path of [...english, "reference", "reference/sendMessage"]) {
  test(`/docs/${path} says in Polish that it is in English only, and is marked as English`, async ({
    page,
  }) => {
    await page.goto(`/docs/${path}`);
    await expect(page.getByRole("main").getByText(words.onlyEnglish)).toBeVisible();
    await expect(page.getByRole("main").locator("[lang=en] h1")).toHaveCount(1);
    await axeClean(page, page.url(), theme);
  });
}

test("the language switch leads to the same page in the other language, with the same anchors", async ({
  page,
}) => {
  await page.goto("/docs/quick-start");
  const anchors = () =>
    page.locator("article :is(h2, h3)").evaluateAll((all) => all.map(({ id }) => id));
  const inPolish = await anchors();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page).toHaveURL(/\/docs\/quick-start$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quick start");
  expect(await anchors()).toEqual(inPolish);
  await page.goto("/docs/changelog");
  await expect(page.getByText(docsWords.en.onlyEnglish)).toHaveCount(0);
});

test("the first page lists every page, and names those that are in English only", async ({
  page,
}) => {
  await page.goto("/docs");
  const entries = page.getByRole("main").getByRole("listitem");
  await expect(entries).toHaveCount(pages.length + 1);
  await expect(entries.filter({ hasText: words.inEnglish })).toHaveCount(english.length + 1);
});

test("the search finds Polish without its accents and leads to the section", async ({ page }) => {
  await page.goto("/docs", { waitUntil: "networkidle" });
  await page.getByRole("searchbox", { name: words.search.label }).fill("pierwsza wiadomosc");
  const results = page.getByRole("list", { name: words.search.results }).getByRole("link");
  await expect(results.first()).toHaveAttribute(
    "href",
    "/docs/quick-start#send-your-first-message",
  );
});

test("the page that is copied as Markdown is the one that is shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/quick-start");
  await page.getByRole("button", { name: words.copyPage }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^# Szybki start\n/);
});
