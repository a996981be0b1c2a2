import { gzipSync } from "node:zlib";
import { expect, type Page, type Response } from "@playwright/test";
import { pages } from "../app/(docs)/docs/_content/pages";
import { axeClean, test } from "./fixtures";
import { cutOff } from "./screens/cut-off";

const paths = ["/docs", ...pages.map(({ slug }) => `/docs/${slug}`)];
const maxScriptBytes = 150 * 1024;
const maxPageBytes = 27 * 1024;
/**
 * The webhook page has a whole HTTP receiver in each language, the page of campaigns two programs; the self-hosting page
 * lists every setting there is, and how long everything is stored, the page on sending every field of a message.
 */
const longPages: Record<string, number> = {
  "/docs/campaigns": 30 * 1024,
  "/docs/send": 29 * 1024,
  "/docs/webhooks": 32 * 1024,
  "/docs/self-hosting": 36 * 1024,
};

for (const path of paths) {
  test(`${path} has one title, is accessible in both themes and light enough`, async ({ page }) => {
    // Every coloured word is measured, in two themes and at two widths.
    test.setTimeout(90_000);
    const scripts = countScripts(page);
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await scripts()).toBeLessThan(maxScriptBytes);
    expect(gzipSync(await (await page.request.get(path)).body()).length).toBeLessThan(
      longPages[path] ?? maxPageBytes,
    );
    await axeClean(page);
    await page.setViewportSize({ width: 390, height: 844 });
    // The colours of both themes have been measured.
    await axeClean(page, `${path}, on a phone`, ["light"]);
    expect(await cutOff(page)).toEqual([]);
  });
}

test("no link in the documentation leads nowhere, and no anchor", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const anchors = new Map<string, string[]>();
  const wanted = new Set<string>();
  const queue = ["/docs"];
  for (const path of queue) {
    const response = await page.goto(path, { waitUntil: "domcontentloaded" });
    expect(response?.status(), path).toBe(200);
    const { links, ids } = await linksAndIds(page);
    anchors.set(path, ids);
    for (const link of links.filter((each) => each.startsWith(`${baseURL}/`))) {
      wanted.add(link.slice(baseURL?.length));
      const { pathname } = new URL(link);
      if (isDocsPage(pathname) && !queue.includes(pathname)) queue.push(pathname);
    }
  }
  expect(queue).toEqual(expect.arrayContaining(paths));
  for (const link of wanted) await expectTarget(page, anchors, link);
});

function isDocsPage(path: string): boolean {
  return /^\/docs(\/[a-z-]+(\/[A-Za-z]+)?)?$/.test(path);
}

async function expectTarget(page: Page, anchors: Map<string, string[]>, link: string) {
  const [path = "", id] = link.split("#");
  const ids = anchors.get(path);
  if (!ids) expect((await page.request.get(path)).status(), link).toBe(200);
  else if (id) expect(ids, link).toContain(decodeURIComponent(id));
}

test("the chosen language stays, on every page and after a reload", async ({ page }) => {
  await page.goto("/docs/send");
  await expect(page.getByRole("tabpanel")).toContainText("curl -sS");
  await page.getByRole("tab", { name: "Go" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("package main");
  await page.getByRole("link", { name: "Scheduling" }).first().click();
  await expect(page).toHaveURL(/\/docs\/scheduling$/);
  const tabs = page.getByRole("tab", { name: "Go", selected: true });
  await expect(tabs).toHaveCount(3);
  await page.reload();
  await expect(tabs).toHaveCount(3);
  await expect(page.getByRole("tabpanel").first()).toContainText("package main");
});

test("the chosen language shows before any script has loaded", async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: "code-language", value: "python", url: baseURL ?? "" }]);
  await page.route(/\.js(\?|$)/, (route) => route.abort());
  await page.goto("/docs/send", { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("tabpanel")).toContainText("import requests");
});

test("arrow keys go through the languages", async ({ page }) => {
  await page.goto("/docs/send");
  await page.getByRole("tab", { name: "curl" }).click();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Go", selected: true })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Shell", selected: true })).toBeFocused();
  await expect(page.getByRole("tabpanel")).toContainText("send_sms()");
  // An example without a script for a shell shows its curl request.
  await page.goto("/docs/scheduling");
  await expect(page.locator("#cancel-curl")).toBeVisible();
  await expect(page.locator("#send-scheduled-shell")).toBeVisible();
});

test("copying gives the shown code with this host in it, and says so", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/send");
  await page.getByRole("tab", { name: "PHP" }).click();
  const shown = await page.getByRole("tabpanel").locator("code").textContent();
  expect(shown).toContain(`'${baseURL}/api/sms'`);
  await page.getByRole("button", { name: "Copy the PHP code" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
});

test("a page can be taken along as Markdown, in the chosen language", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/send");
  await page.getByRole("tab", { name: "Node" }).click();
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^# Send a message\n/);
  expect(copied).toContain("Requires Node 20 or newer.\n\n```javascript\n// Sends one SMS");
  expect(copied).toContain(`fetch("${baseURL}/api/sms"`);

  // The address alone follows the reader's cookie, and a language in it wins.
  expect(await (await page.request.get("/docs/send.md")).text()).toContain("```javascript");
  const inPython = await page.request.get("/docs/send.md?language=python");
  expect(inPython.headers()["content-type"]).toContain("text/markdown");
  expect(await inPython.text()).toContain("```python");
});

test("llms.txt lists every page, and each of its links leads to Markdown", async ({ request }) => {
  const text = await (await request.get("/llms.txt")).text();
  expect(text).toContain("Model Context Protocol at `/api/mcp`");
  for (const { slug, title, description } of pages) {
    expect(text).toContain(`- [${title}](/docs/${slug}.md): ${description}`);
    const answer = await request.get(`/docs/${slug}.md`);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain(`# ${title}\n`);
  }
});

test("the HTML of the server and every Markdown name this installation, and no other", async ({
  request,
  baseURL,
}) => {
  const paths = ["/docs/send", "/docs/send.md", "/docs/reference/sendMessage", "/llms-full.txt"];
  for (const path of [...paths, "/docs/reference/sendMessage.md", "/docs/reference.md"]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(await answer.text(), path).not.toContain("http://localhost:3000");
  }
  for (const path of paths) {
    expect(await (await request.get(path)).text(), path).toContain(`${baseURL}/api/sms`);
  }
});

test("crawlers may read the OpenAPI document, and the Postman collection is linked", async ({
  page,
  request,
  baseURL,
}) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Allow: /api/openapi.json\n");
  await page.goto("/docs/reference");
  const link = page.getByRole("link", { name: "Postman collection" });
  await expect(link).toHaveAttribute("href", "/api/postman.json");
  const collection = await (await request.get("/api/postman.json")).json();
  expect(collection.variable[0]).toEqual({ key: "baseUrl", value: baseURL });
});

test("the search finds without a network, by keyboard alone", async ({ page, context }) => {
  await page.goto("/docs/quick-start", { waitUntil: "networkidle" });
  const index = page.waitForResponse(/\/docs\/search\.json$/);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await (await index).finished();
  await context.setOffline(true);
  await page.keyboard.type("idempotency");
  const results = page.getByRole("list", { name: "Search results" }).getByRole("link");
  await expect(results.first()).toHaveAttribute("href", "/docs/idempotency");
  await context.setOffline(false);
  await page.keyboard.press("ArrowDown");
  await expect(results.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/docs\/idempotency$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Idempotency");
});

test("Escape ends a search and stays in the field", async ({ page }) => {
  await page.goto("/docs/errors", { waitUntil: "networkidle" });
  await page.getByRole("searchbox").fill("rate");
  await expect(page.getByRole("list", { name: "Search results" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Search results" })).toBeHidden();
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("an error's type leads to its section", async ({ page, request }) => {
  const problem = await (await request.get("/api/sms")).json();
  expect(problem).toMatchObject({ code: "unauthorized" });
  await page.goto(new URL(problem.type).pathname + new URL(problem.type).hash);
  await expect(page.locator(":target")).toHaveText(/unauthorized/);
});

/** Counts what a page loads as script, as compressed on the wire; call it to get the sum. */
function countScripts(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response: Response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}

function linksAndIds(page: Page): Promise<{ links: string[]; ids: string[] }> {
  return page.evaluate(() => ({
    links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href),
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
  }));
}

test("without a script the examples stand there in every language", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto("/docs/quick-start");
  const panels = page.locator(".snippet-panel");
  await expect(panels.first()).toBeVisible();
  for (const panel of await panels.all()) await expect(panel).toBeVisible();
  await context.close();
});

test("a page that is not there keeps the header and the list of those that are", async ({
  page,
}) => {
  for (const path of ["/docs/no-such-page", "/docs/reference/noSuchCall"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
  }
});

test("the key that leads to the search is off for those who turned keys of one letter off", async ({
  page,
}) => {
  await page.goto("/docs");
  const field = page.getByLabel("Search the documentation");
  await page.evaluate(() => localStorage.setItem("single-keys-off", "1"));
  await page.keyboard.press("/");
  await expect(field).not.toBeFocused();
  await page.evaluate(() => localStorage.removeItem("single-keys-off"));
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
});
