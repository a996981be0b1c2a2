import { expect } from "@playwright/test";
import { signIn, test } from "./fixtures";
import { untilLive } from "./until-live";

test("on a slow line a click is marked at once, then the next screen's skeleton stands in", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await untilLive(page.locator('nav a[href="/credits"]').first());
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // Whatever the router asks for waits, and is answered in the end.
  await page.route(/_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  const frames = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('nav a[href="/credits"]')?.click();
    let passed = 0;
    while (!document.querySelector('[role="progressbar"]')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      passed += 1;
    }
    return passed;
  });
  // Six of a screen that shows 60 a second are 100 ms.
  expect(frames).toBeLessThanOrEqual(6);
  await expect(page.locator("[data-skeleton=list]")).toBeVisible();
  letGo();
  await expect(page).toHaveURL(/\/credits$/);
  await expect(page.getByRole("heading", { level: 1, name: "Credits" })).toBeVisible();
  await expect(page.locator("[data-skeleton]")).toHaveCount(0);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});
