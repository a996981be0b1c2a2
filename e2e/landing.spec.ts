import { expect, type Page } from "@playwright/test";
import { limits } from "../app/(marketing)/limits";
import { landingWords } from "../app/(marketing)/words";
import { test } from "./fixtures";

const { en } = landingWords;

test("the front page is whole without a script: the end of the recording, the meter, and every link", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto("/");
  const row = page.getByRole("list", { name: en.run.log }).getByRole("listitem").first();
  await expect(row.getByText("Delivered")).toBeVisible();
  await expect(row.getByText("Queued")).toBeHidden();
  await expect(page.getByLabel(en.tryText)).toHaveValue(en.meterExample);
  await expect(page.getByText(limits.en[0] ?? "")).toBeVisible();
  const links = page.locator("main a[href^='/'], footer a, header a");
  const paths = await links.evaluateAll((all) => all.map((each) => each.getAttribute("href")));
  for (const path of new Set(paths)) {
    expect((await page.request.get(path ?? "")).status(), path ?? "").toBe(200);
  }
  await context.close();
});

test("the recording ends as its still looks, and runs again when asked", async ({ page }) => {
  const panel = page.locator(".run");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  await expect(panel.getByText(en.run.again)).toBeHidden();
  const still = await cellColors(page);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.reload();
  await expect.poll(() => cellColors(page)).toEqual(still);
  await expect.poll(() => runningIn(page)).toBe(0);
  await panel.getByText(en.run.again).click();
  expect(await runningIn(page)).toBeGreaterThan(0);
  await expect.poll(() => runningIn(page)).toBe(0);
  expect(await cellColors(page)).toEqual(still);
});

function cellColors(page: Page): Promise<string[]> {
  return page
    .locator("[class*=run-cell]")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor));
}

function runningIn(page: Page): Promise<number> {
  return page.locator(".run").evaluate((panel) => panel.getAnimations({ subtree: true }).length);
}

test("what is typed into the meter before its script has come is kept and counted", async ({
  page,
}) => {
  await page.goto("/", { waitUntil: "commit" });
  const field = page.locator("#meter textarea");
  await field.fill("Short text");
  await expect(field).toHaveValue("Short text");
  await expect(page.locator("#meter")).toContainText("10/160");
});

test("pages that are read first run no script before their reader moves, types, or scrolls", async ({
  page,
}) => {
  for (const path of ["/", "/pricing"]) {
    await page.goto(path, { waitUntil: "load" });
    await expect(page.locator('link[rel="prefetch"][as="script"]').first()).toBeAttached();
    expect(await page.evaluate(() => "next" in window)).toBe(false);
    await page.keyboard.press("Shift");
    await expect.poll(() => page.evaluate(() => "next" in window)).toBe(true);
  }
});

test("a button that is pressed before the scripts have come does its work once, when they have", async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "domcontentloaded" });
  await page.getByRole("button", { name: /^Theme: System/ }).click();
  const html = page.locator("html");
  await expect(html).not.toHaveAttribute("data-theme");
  release();
  await expect(html).toHaveAttribute("data-theme", "light");
  await expect(page.getByRole("button", { name: /^Theme: Light/ })).toBeVisible();
});

test("every example of the front page names the installation's own address, before any script", async ({
  request,
  baseURL,
}) => {
  const page = await (await request.get("/")).text();
  const named = new Set(page.match(/https?:\/\/[\w.:-]+(?=\/api\/sms)/g));
  expect([...named]).toEqual([new URL(String(baseURL)).origin]);
});

test("a link to the front page names the installation's own address", async ({ page }) => {
  await page.goto("/");
  const canonical = page.locator("link[rel=canonical]");
  const { origin } = new URL((await canonical.getAttribute("href")) ?? "");
  expect(origin).toMatch(/^https?:\/\//);
  await expect(page.locator("meta[property='og:title']")).toHaveAttribute("content", en.title);
  const shared = await page.locator("meta[property='og:url']").getAttribute("content");
  expect(new URL(shared ?? "").href).toBe(`${origin}/`);
});

test("a phone's header leads to the docs and the prices", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  const header = page.getByRole("banner");
  await expect(header.getByRole("link", { name: "Docs" })).toBeVisible();
  await header.getByRole("link", { name: "Pricing" }).click();
  await expect(page).toHaveURL("/pricing");
  const lefts = await page.evaluate(() =>
    ["main h2:has(+ p + div table)", "main thead th", "main tbody th"].map((selector) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(selector) ?? document.body);
      return Math.round(range.getBoundingClientRect().left);
    }),
  );
  expect(new Set(lefts).size, `heading, header and row begin at ${lefts}`).toBe(1);
});

test("an installation that sells shows prices, the software shows what it compares with", async ({
  page,
  installation: { start },
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: en.compareTitle })).toBeVisible();
  await expect(page.getByRole("heading", { name: en.prices })).toHaveCount(0);
  const { url } = await start({ SITE: "service" });
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1, name: en.servicePromise })).toBeVisible();
  await expect(page.getByRole("heading", { name: en.prices })).toBeVisible();
  await expect(page.getByRole("heading", { name: en.compareTitle })).toHaveCount(0);
});
