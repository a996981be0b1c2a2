import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { violationsOn } from "./violations-on";

interface Document {
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  webhooks: Record<string, Record<string, { operationId: string; summary: string }>>;
}

const maxPageBytes = 26 * 1024;

test("the reference leads to every call and event of the document, each at its own address", async ({
  page,
  request,
}) => {
  const documented = await documentedParts(request);
  expect(documented.length).toBeGreaterThan(30);
  await page.goto("/docs/reference");
  const lines = page.locator("main section a[href^='/docs/reference/']");
  const shown = await lines.evaluateAll((all) => all.map((each) => each.getAttribute("href")));
  const addresses = documented.map(({ address }) => address);
  expect(shown.sort()).toEqual(addresses.toSorted());
});

test("every page of the reference has its own title and is light enough", async ({ request }) => {
  for (const { address, summary } of await documentedParts(request)) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    const html = await answer.text();
    expect(/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1]?.replaceAll("&#x27;", "'")).toBe(summary);
    expect(gzipSync(html).length, address).toBeLessThan(maxPageBytes);
  }
  expect((await request.get("/docs/reference/noSuchCall")).status()).toBe(404);
});

test("an address with a call's name behind # leads on to the call", async ({ page }) => {
  await page.goto("/docs/reference#rescheduleMessage");
  await expect(page).toHaveURL(/\/docs\/reference\/rescheduleMessage$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reschedule a message");
});

test("the reference is accessible in both themes", async ({ page }) => {
  // Axe looks at every word of it.
  test.slow();
  // All pages are made alike: one call, one event and the list of them stand for the rest.
  for (const path of ["", "/createToken", "/onSmsFailed"]) {
    await page.goto(`/docs/reference${path}`);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await violationsOn(page), `${path}, ${colorScheme}`).toEqual([]);
    }
  }
});

test("every page of the reference fits a screen, a phone, and the narrowest phone", async ({
  page,
  request,
}) => {
  test.slow();
  const addresses = (await documentedParts(request)).map(({ address }) => address);
  for (const address of ["/docs/reference", ...addresses]) {
    await page.goto(address, { waitUntil: "domcontentloaded" });
    for (const width of [1200, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(overflow), `${address} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

test("an error of a call leads to what to do about it", async ({ page }) => {
  await page.goto("/docs/reference");
  await page.getByRole("main").getByRole("link", { name: "Send a message" }).click();
  await expect(page).toHaveURL(/\/docs\/reference\/sendMessage$/);
  await page.getByRole("main").getByRole("link", { name: "insufficient_credits" }).click();
  await expect(page).toHaveURL(/\/docs\/errors#insufficient_credits$/);
  await expect(page.locator("#insufficient_credits")).toBeVisible();
});

async function documentedParts(request: APIRequestContext) {
  const answer = await request.get("/api/openapi.json");
  expect(answer.headers()["cache-control"]).toBe("public, max-age=60");
  const { paths, webhooks } = (await answer.json()) as Document;
  return [paths, webhooks]
    .flatMap((group) => Object.values(group))
    .flatMap((item) => Object.values(item))
    .map(({ operationId, summary }) => ({ address: `/docs/reference/${operationId}`, summary }));
}
