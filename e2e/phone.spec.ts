import { expect } from "@playwright/test";
import { axeClean, signIn, test } from "./fixtures";

test("a phone's menu has the docs, the other language, the theme and the way out, by their names", async ({
  page,
  account,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, account, { path: "/credits" });
  const out = page.getByRole("button", { name: "Sign out" });
  await expect(out).toBeHidden();
  const more = page.getByRole("button", { name: "More" });
  await more.click();
  await expect(page.getByRole("link", { name: "Docs" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Theme: / })).toBeVisible();
  await axeClean(page);
  await page.keyboard.press("Escape");
  await expect(out).toBeHidden();
  await expect(more).toBeFocused();
  await more.press("Enter");
  await page.getByRole("button", { name: "Polski" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "pl");
  await expect(page).toHaveURL("/credits");
  await page.getByRole("button", { name: "Więcej" }).click();
  await page.getByRole("button", { name: "Wyloguj" }).click();
  await page.waitForURL("/sign-in?after=sign-out");
});

test("the menu needs no script and no more room than the narrowest phone has", async ({
  browser,
  page,
  account,
}) => {
  await signIn(page, account, { path: "/credits" });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
    storageState: await page.context().storageState(),
  });
  const still = await context.newPage();
  await still.goto("/credits");
  await still.getByRole("button", { name: "More" }).click();
  await still.getByRole("button", { name: "Polski" }).click();
  await expect(still.getByRole("button", { name: "Więcej" })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  await page.getByRole("button", { name: "More" }).click();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  await context.close();
});
