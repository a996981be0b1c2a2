import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
  webhooks: Record<string, Record<string, { operationId: string }>>;
}

test("the reference shows every call and event of the document, each at its own address", async ({
  page,
  request,
}) => {
  const answer = await request.get("/api/openapi.json");
  expect(answer.headers()["cache-control"]).toBe("public, max-age=60");
  const { paths, webhooks } = (await answer.json()) as Document;
  const documented = [paths, webhooks]
    .flatMap((group) => Object.values(group))
    .flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
  expect(documented.length).toBeGreaterThan(30);
  await page.goto("/docs/reference");
  const shown = await page.locator("h3[id]").evaluateAll((parts) => parts.map(({ id }) => id));
  expect(shown.sort()).toEqual(documented.sort());
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the reference is accessible, folded parts too, ${colorScheme}`, async ({ page }) => {
    // It is the longest page there is, and axe looks at every word of it.
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.goto("/docs/reference");
    // All parts are made alike: two of them opened stand for the rest.
    await page
      .locator("section:is([aria-labelledby=createToken], [aria-labelledby=onSmsFailed]) details")
      .evaluateAll((all) => {
        for (const details of all) details.setAttribute("open", "");
      });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

for (const width of [1200, 390, 320]) {
  test(`the reference fits ${width} px with everything unfolded`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/docs/reference");
    const overflow = await page.locator("main details").evaluateAll((all) => {
      for (const details of all) details.setAttribute("open", "");
      return document.documentElement.scrollWidth - window.innerWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test("an error of a call leads to what to do about it", async ({ page }) => {
  await page.goto("/docs/reference#sendMessage");
  const call = page.getByRole("region", { name: "Send a message" });
  await call.getByText("Errors", { exact: true }).click();
  await call.getByRole("link", { name: "insufficient_credits" }).click();
  await expect(page).toHaveURL(/\/docs\/errors#insufficient_credits$/);
  await expect(page.locator("#insufficient_credits")).toBeVisible();
});
